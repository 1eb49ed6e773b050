import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import styles from './form.module.css'

type PasteTextDialogProps = {
  readonly open: boolean
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

export function PasteTextDialog({ open, onText, onClose }: PasteTextDialogProps) {
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  return (
    <Dialog
      title="Add a list from text"
      isOpen={open}
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={isEmpty}
            onPress={() => {
              onText(text)
              setText('')
            }}
          >
            Review
          </Button>
        </>
      }
    >
      <textarea
        className={styles.text}
        autoFocus
        aria-label="Text of the list"
        placeholder="Paste a page of papers here: titles, authors, abstracts, as they come."
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  )
}
