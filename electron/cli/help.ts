import { exportFormatIds } from '../../db/model/export-formats.ts'
import { citationStyles } from '../../db/model/format-citation.ts'
import { referenceStyleIds } from '../../db/model/reference-styles.ts'

export const helpText = `Octavo: a reading list. The same library as in the window.

  octavo import FILE…            read lists into the library (- is standard input)
      --dry-run                  say what would come in, write nothing
  octavo list                    list papers
      --query Q --sort FIELD --limit N
  octavo export --format FORMAT  write a bibliography: ${exportFormatIds.join(', ')}
      --query Q --out FILE --sort list|key --no-abstracts --no-keywords --notes --by-status --no-files
      --latex-escapes            {\\'e} for é, where LaTeX has a command
  octavo export --format formatted --style STYLE
                                 write references as ${referenceStyleIds.join(', ')} has them; --out FILE.html with emphasis
  octavo cite KEY…               what cites the papers: --format ${[...citationStyles, ...referenceStyleIds].join(', ')}
  octavo set KEY FIELD VALUE     type a value of a paper; an empty one empties the field
  octavo add TITLE               add a paper (--authors, --year, --venue, --doi …)
  octavo delete --query Q        move papers to the trash
  octavo status STATUS --query Q new, to-read, reading, read or dropped
  octavo tag add|remove TAG --query Q
  octavo note KEY [TEXT]         add a note, or print the notes of a paper
  octavo remove-list SOURCE      take a list out again
  octavo undo [N]                take back the newest steps
  octavo redo [N]                do them again
  octavo history                 the steps so far
  octavo lint                    what may be wrong with the papers, each kind with its code
      --fix CODE                 put right what can be, in one step
  octavo key KEY                 all keys by which a paper is or was known
  octavo keys pattern [PATTERN]  how keys of new papers are made
  octavo keys check FOLDER       the keys that .tex, .md, .qmd, .typ and .ipynb documents cite
  octavo keys renew              make keys again by the pattern; old ones stay as aliases
      --query Q --folder FOLDER  keep the keys that documents there cite
      --dry-run                  say what would change, change nothing
  octavo check                   settle everything again and compare
  octavo backup [FILE]           copy the library and check the copy
  octavo restore FILE            put a backup in the library's place; what was there is kept beside it
      --dry-run                  say what would change, change nothing

  --library FILE                 the library (created when missing); else the application's own
  --json                         one JSON value on standard output
  --query Q                      words, all of which must occur, and key: tag: status: source:
`
