import type { ReactNode } from 'react'
import { printPlain, readInlineMarkup } from '../../../db/model/inline-markup.ts'
import { call } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { describeEvidence } from '../../describe-evidence.ts'
import { typedValue } from './describe-paper.ts'
import type { PaperArticleProps } from './paper-article.tsx'
import styles from './paper-notices.module.css'
import { openEditor } from './reader-store.ts'

/** Why the paper waits for a look, and what can be done about it. */
export function PaperNotices({ detail, onMerge, onSeparate, onAttempt, onShowPaper }: PaperArticleProps) {
  const { paper, possibleDuplicates, hasUncertainAuthors } = detail
  const isProvisional = paper.title === null || paper.titleOrigin === 'provisional'
  const keep = (field: 'title' | 'authors') =>
    onAttempt(() => call('papers:setField', { paperId: paper.id, field, text: typedValue(paper, field) }))
  return (
    <>
      {isProvisional ? (
        <Notice
          text={paper.title === null ? 'No list gave a title.' : 'No list gave a title. This one is proposed from the abstract.'}
        >
          {paper.title === null ? null : (
            <Button size="small" onPress={() => keep('title')}>
              Keep it
            </Button>
          )}
          <Button size="small" onPress={() => openEditor(paper.id, { kind: 'field', field: 'title' })}>
            Write one
          </Button>
        </Notice>
      ) : null}
      {hasUncertainAuthors ? (
        <Notice text="The line of authors is unclear: it is kept as it stands.">
          <Button size="small" onPress={() => keep('authors')}>
            Keep it
          </Button>
          <Button size="small" onPress={() => openEditor(paper.id, { kind: 'field', field: 'authors' })}>
            Write the authors
          </Button>
        </Notice>
      ) : null}
      {possibleDuplicates.map(({ paperId, title, evidence }) => (
        <Notice
          key={paperId}
          text={`Maybe the same as “${title === null ? 'a paper without a title' : plain(title)}”`}
          detail={describeEvidence(evidence)}
        >
          <Button size="small" onPress={() => onMerge([paper.id, paperId])}>
            Same work
          </Button>
          <Button size="small" onPress={() => onSeparate([paper.id, paperId])}>
            Different
          </Button>
          <Button size="small" look="quiet" onPress={() => onShowPaper(paperId)}>
            Show it
          </Button>
        </Notice>
      ))}
    </>
  )
}

type NoticeProps = { readonly text: string; readonly detail?: string; readonly children: ReactNode }

function Notice({ text, detail, children }: NoticeProps) {
  return (
    <div className={styles.notice}>
      <div className={styles.text}>
        <p>{text}</p>
        {detail === undefined ? null : <p className={styles.detail}>{detail}</p>}
      </div>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}

function plain(text: string): string {
  return printPlain(readInlineMarkup(text))
}
