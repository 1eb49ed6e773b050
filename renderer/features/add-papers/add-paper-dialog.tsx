import { type FormEvent, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import styles from './form.module.css'

type AddPaperDialogProps = {
  readonly open: boolean
  readonly onAdd: (fields: { readonly [field: string]: string }) => void
  readonly onClose: () => void
}

const fields = [
  { name: 'title', label: 'Title', hint: '', rows: 2 },
  { name: 'authors', label: 'Authors', hint: 'One a line: Family, Given', rows: 3 },
  { name: 'year', label: 'Year', hint: '', rows: 1 },
  { name: 'venue', label: 'Venue', hint: 'Journal or proceedings', rows: 1 },
  { name: 'doi', label: 'DOI', hint: '', rows: 1 },
] as const

export function AddPaperDialog({ open, onAdd, onClose }: AddPaperDialogProps) {
  const [values, setValues] = useState<{ readonly [field: string]: string }>({})
  const canAdd = (values.title ?? '').trim() !== ''
  const add = () => {
    if (!canAdd) return
    onAdd(Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')))
    setValues({})
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add()
  }
  return (
    <Dialog
      title="Add one paper"
      isOpen={open}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!canAdd} onPress={add}>
            Add paper
          </Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={submit}>
        {fields.map(({ name, label, hint, rows }) => (
          <label key={name} className={styles.field}>
            <span className={styles.label}>{label}</span>
            <textarea
              className={styles.input}
              autoFocus={name === 'title'}
              rows={rows}
              placeholder={hint}
              value={values[name] ?? ''}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          </label>
        ))}
      </form>
    </Dialog>
  )
}
