/** A person, or a name kept as it stands: a group, or a name whose parts are unclear. */
export type Author = { readonly family: string; readonly given: string | null } | { readonly literal: string }
