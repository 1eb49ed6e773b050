import fc from 'fast-check'

/** Properties meet the same examples in each run, so that a change alone can fail them; OCTAVO_SEED meets others. */
fc.configureGlobal({ seed: Number(process.env.OCTAVO_SEED ?? 1) })
