import { describe, expect, it } from 'vitest'
import { createTestLibrary } from './create-test-library.ts'
import type { WritableDatabase } from './database.ts'
import { dumpLibrary } from './dump-library.ts'
import { listSteps, truthTables } from './journal.ts'
import { setEdit } from './queries/edits.ts'
import { addNote, setNote } from './queries/notes.ts'
import { createPaper, readPapers } from './queries/papers.ts'
import { addTag } from './queries/tags.ts'
import { redo, runWrite, undo } from './run-write.ts'

const at = '2026-01-01T00:00:00.000Z'

function step(what: string, joinKey: string | null = null) {
  return { step: { what, joinKey }, at }
}

function addTitled(db: WritableDatabase, title: string): number {
  return runWrite(db, step(`Add ${title}`), () => {
    const paperId = createPaper(db, { at })
    setEdit(db, { paperId, field: 'title', value: title, at })
    return paperId
  }).value
}

describe('the undo journal', () => {
  it('covers every table but those that are named as derived', () => {
    expect(truthTables(createTestLibrary())).toEqual([
      ...[
        'edits',
        'entries',
        'highlights',
        'ignoredProblems',
        'importedKeys',
        'leftovers',
        'notes',
        'paperTags',
        'papers',
        'possibleDuplicates',
        'queue',
      ],
      ...['separations', 'sources', 'statusEvents', 'tags'],
    ])
  })

  it('refuses a write to truth outside of a step', () => {
    const db = createTestLibrary()
    expect(() => createPaper(db, { at })).toThrow(/NOT NULL constraint failed: changes.stepId/)
    expect(() => runWrite(db, { step: null, at }, () => createPaper(db, { at }))).toThrow(/changes.stepId/)
  })

  it('takes back an insert, an update and a delete, and does them again', () => {
    const db = createTestLibrary()
    const paperId = addTitled(db, 'Simple Made Easy')
    const before = dumpLibrary(db)
    runWrite(db, step('Change much'), () => {
      addTag(db, { paperIds: [paperId], name: 'design' })
      setEdit(db, { paperId, field: 'title', value: 'Simple Is Not Easy', at })
      db.prepare('DELETE FROM edits').run()
      addNote(db, { paperId, text: 'a note', at })
    })
    const after = dumpLibrary(db)
    undo(db, { count: 1, at })
    expect(dumpLibrary(db)).toEqual(before)
    redo(db, { count: 1 })
    expect(dumpLibrary(db)).toEqual(after)
  })

  it('makes saves of one note in a row one step', () => {
    const db = createTestLibrary()
    const paperId = addTitled(db, 'Out of the Tar Pit')
    const noteId = runWrite(db, step('Add note'), () => addNote(db, { paperId, text: 'n', at })).value
    for (const text of ['no', 'not', 'note'])
      runWrite(db, step('Edit note', `note ${noteId}`), () => setNote(db, { noteId, text, at }))
    expect(listSteps(db).map(({ what }) => what)).toEqual(['Add Out of the Tar Pit', 'Add note', 'Edit note'])
    undo(db, { count: 1, at })
    expect(readPapers(db, [paperId])[0]?.notes).toEqual([{ id: noteId, text: 'n' }])
  })

  it('keeps no step for a command that changed nothing, and what was undone can still be redone', () => {
    const db = createTestLibrary()
    const paperId = addTitled(db, 'Why Functional Programming Matters')
    runWrite(db, step('Tag'), () => addTag(db, { paperIds: [paperId], name: 'fp' }))
    undo(db, { count: 1, at })
    runWrite(db, step('Nothing'), () => addTag(db, { paperIds: [], name: 'fp' }))
    expect(listSteps(db).map(({ what, undone }) => [what, undone])).toEqual([
      ['Add Why Functional Programming Matters', false],
      ['Tag', true],
    ])
  })

  it('forgets what was undone once something else is done', () => {
    const db = createTestLibrary()
    const paperId = addTitled(db, 'The Emperor’s Old Clothes')
    undo(db, { count: 1, at })
    addTitled(db, 'Hints on Programming Language Design')
    expect(() => redo(db, { count: 1 })).toThrow('There is nothing to redo.')
    expect(readPapers(db, [paperId])).toEqual([])
  })

  it('says when there is less to undo than is asked, and leaves all as it was', () => {
    const db = createTestLibrary()
    addTitled(db, 'Communicating Sequential Processes')
    const before = dumpLibrary(db)
    expect(() => undo(db, { count: 2, at })).toThrow('There is 1 step to undo, not 2. Nothing was changed.')
    expect(dumpLibrary(db)).toEqual(before)
  })
})
