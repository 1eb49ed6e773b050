/** The words that stand before family names, in lower case. */
export const particles: ReadonlySet<string> = new Set(
  "af al av bin da dal dalla das de degli dei del della den der des di do dos du e el ibn la las le los 's 't ’t ten ter van van't vom von y zu zum zur".split(
    ' ',
  ),
)
