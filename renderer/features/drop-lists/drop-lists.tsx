import { FileDown } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import styles from './drop-lists.module.css'
import { type GivenSource, readFiles, textSource } from './read-files.ts'

type DropListsProps = {
  /** Files that cannot be taken come too, each with its sentence, so that the review tells them beside the others. */
  readonly onSources: (sources: readonly GivenSource[]) => void
}

/** The whole window takes lists that are dropped on it, and text or files that are pasted where nothing is being written. */
export function DropLists({ onSources }: DropListsProps) {
  const [isOver, setOver] = useState(false)
  const give = useEffectEvent(async (files: readonly File[]) => onSources(await readFiles(files)))
  const giveText = useEffectEvent((text: string) => onSources([textSource(text)]))

  useEffect(() => {
    const listening = new AbortController()
    const on = <Name extends keyof WindowEventMap>(name: Name, listener: (event: WindowEventMap[Name]) => void) =>
      window.addEventListener(name, listener, { signal: listening.signal })
    on('dragover', (event) => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    })
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false)
    })
    on('drop', (event) => {
      setOver(false)
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      void give([...(event.dataTransfer?.files ?? [])])
    })
    on('paste', (event) => {
      if (isWriting(event.target) || event.clipboardData === null) return
      const files = [...event.clipboardData.files]
      const text = event.clipboardData.getData('text/plain')
      if (text.trim() === '' && files.length === 0) return
      event.preventDefault()
      if (text.trim() === '') void give(files)
      else giveText(text)
    })
    return () => listening.abort()
  }, [])

  if (!isOver) return null
  return (
    <div className={styles.target}>
      <div className={styles.card}>
        <FileDown className={styles.icon ?? ''} size={32} strokeWidth={1.25} aria-hidden />
        <strong className={styles.title}>Drop lists here</strong>
        <span className={styles.text}>You see what was read before anything is added.</span>
      </div>
    </div>
  )
}

/** Dragging within the window, such as reordering the queue, carries no files. */
function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, [role="textbox"]'))
}
