/** The layouts that lists come in: what each of their records consists of, in order. A new layout is a line in this table. */
export type Role = 'title' | 'authors' | 'abstract'

export type ListGrammar = { readonly name: string; readonly roles: readonly Role[] }

/** Where two explain a source equally well, the first one is taken. */
export const listGrammars: readonly ListGrammar[] = [
  { name: 'title-authors-abstract', roles: ['title', 'authors', 'abstract'] },
  { name: 'authors-title-abstract', roles: ['authors', 'title', 'abstract'] },
  { name: 'title-authors', roles: ['title', 'authors'] },
  { name: 'authors-title', roles: ['authors', 'title'] },
  { name: 'title-abstract', roles: ['title', 'abstract'] },
  { name: 'abstract', roles: ['abstract'] },
]
