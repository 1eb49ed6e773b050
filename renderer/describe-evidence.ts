/** Why two papers may be one work, as it was measured (`abstract 0.98` is the share of one that the other has too), in a sentence. */
export function describeEvidence(evidence: string): string {
  const sentence = evidence
    .replace(/\babstract (\d\.\d\d)/g, (_, share: string) => `abstracts ${Math.round(Number(share) * 100)} % alike`)
    .replace(/\b1 shared authors/, '1 shared author')
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}
