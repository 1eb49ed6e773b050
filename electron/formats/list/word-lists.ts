/**
 * Words that tell prose from titles and names, in the languages that abstracts are mostly written in. A title has few verbs and
 * pronouns and no connectives; the small words of titles stay in lower case in all styles.
 */
export const proseWords: ReadonlySet<string> = setOf(
  'is are was were be been being has have had can could may might will would should must does do did',
  'we our us they their them it this these those that which who whose where here there such not also both each',
  'however moreover furthermore although while thus therefore hence because since often typically recently finally first second then',
  'specifically additionally consequently notably generally usually widely leverages employs enables improves requires provides offers remains',
  'show shows shown propose proposes proposed present presents introduce introduces demonstrate demonstrates achieve achieves outperforms',
  'ist sind war waren wird werden wurde wurden hat haben kann nicht wir diese dieser auch',
  'est sont était ont nous cette ces qui que dans pas aussi',
  'es son fue fueron han este esta estos que nosotros también são foi foram não nós também este',
)

export const titleSmallWords: ReadonlySet<string> = setOf(
  'a an the of for in on at to by from with without via and or as is are vs vs. into over under using towards toward through between beyond across among per not can be than its their our your',
  'der die das des dem den ein eine einer und oder zur zum mit von im am für auf aus bei',
  'le la les de du des et ou en un une dans sur pour par avec au aux',
  'el los las y o un una con por para del al e da do dos das em no na',
)

export const hangingWords: ReadonlySet<string> = setOf(
  'a an the of for in on at to by from with without via and or as is are into under using towards through between across among than its their our',
  'der die das des dem den ein eine und oder zur zum mit von im am für auf le la les de du des et en un une dans sur pour par avec el los las y con para del',
)

/** On the buttons of pages and in the names of rooms, and hardly in anybody's name. */
export const buttonWords: ReadonlySet<string> = setOf(
  'About Access Alert Alerts All Article Articles Auditorium Ballroom By Cite Contact Download Edit Foyer Full Help Lobby Login Menu Next Open Previous Research Results Save Science Sciences Search Select Show Sort Subscribe University View',
)

/** In titles and in the names of journals, and hardly in anybody's name. */
export const subjectWords: ReadonlySet<string> = setOf(
  'Algorithm Algorithms Analysis Anything Applications Approach Approaches Architecture Architectures Biology Chemistry Complexity Computer Computers Computing Data',
  'Design Discovery Dynamics Economics Engine Engines Engineering Environment Environments Everything Experiments Framework Functions Graph Graphs Guide',
  'Image Images Inference Intelligence Journal Knowledge Language Languages Large Learning Letters Linear Logic Machine Machines Medicine Memory Method Methods Model Models',
  'Modeling Modelling Mechanics Networks Neural Online Physics Policy Principles Problem Problems Processing Programs Quantum Random Reasoning Review Reviews Scaling Search',
  'Semantic Signal Software Statistics Structure Structures Studies Survey System Systems Technology Testing Theory Things Tools Training Transformers Video Videos Vision Visual',
)

/** Common names of people of which hardly any is a family's. */
export const givenNames: ReadonlySet<string> = setOf(
  'Aaron Abigail Ada Adriana Agnes Ahmed Aisha Akira Alan Albert Alejandro Alessandro Alexander Alexandre Alexei Alice Alison Amelia Amir Amy Ana Anastasia Andrea Andreas Andrei Andrew Andrey Angela Anita Anna Anne Anthony Antoine Anton Antonio Arjun Arthur Asha Barbara Beatrice Ben Benjamin Bernhard Boris Brandon Brian Brigitte Bruno',
  'Camille Carla Carlos Carmen Carol Caroline Catherine Cesar Charles Charlotte Chiara Chloe Christian Christina Christine Christoph Christopher Claire Clara Claudia Craig Cristina Daniel Daniela Daniele David Deborah Dennis Diana Diego Dimitri Dmitry Donald Dorothy Douglas Edward Ekaterina Elena Elisabeth Elizabeth Emanuele Emily Emma Enrique Eric Erik Eugene Eva Evelyn',
  'Fatima Federico Felix Fernando Florian Frances Francesca Francesco Francisco Frank Franz Frederic Gabriel Gabriela Geoffrey Giovanni Giulia Giuseppe Grace Greta Guillaume Hannah Hans Harold Heinrich Helen Helena Helmut Hiroshi Howard Hugo Igor Ilya Ines Ingrid Irene Isaac Isabel Isabelle Ivan Jacob Jacques Jan Jane Janet Jason Javier Jean Jeffrey Jennifer Jeremy Jessica Joan Joanna Johan Johannes John Jonas Jonathan Jorge Jose Joseph Joshua Juan Judith Julia Julian Julie Jürgen',
  'Karen Karl Katarina Katherine Kathleen Keiko Kenji Kenneth Kevin Klaus Kristina Lars Laura Laurent Lea Leonid Leslie Lilian Linda Lisa Louise Luca Lucas Lucia Luis Luisa Maja Manuel Marc Marco Margaret Maria Marie Marina Mario Mark Markus Martha Mary Matteo Matthew Matthias Maurice Megan Melissa Michael Michel Michelle Miguel Mikhail Mohamed Mohammad Mohammed Monica Nadia Natalia Natalie Nathan Nicholas Nicolas Nikolai Nikos Nina Olga Oliver Olivier Omar Oscar',
  'Pablo Pamela Paola Patricia Patrick Paula Pedro Peter Petra Philip Philipp Philippe Pierre Rachel Rafael Ralf Raphael Raquel Rebecca Renata Ricardo Richard Rita Robert Roberto Rolf Ronald Rosa Ruth Ryan Sabine Salvatore Samuel Sandra Sanjay Santiago Sara Sarah Satoshi Sebastian Serena Sergei Sergey Sergio Sharon Silvia Simone Sofia Sophie Stefan Stefano Stephanie Stephen Steven Stuart Susan Susanne Sven Svetlana Takashi Tamara Tatiana Teresa Theodore Thierry Timothy Tobias Tomas Ursula Valentina Valeria Vanessa Vera Veronica Victor Victoria Vincent Vladimir Wei Werner William Wolfgang Xavier Yann Yuki Yuri Yusuf Yvonne Zoe',
)

export const nameParticles: ReadonlySet<string> = setOf(
  'af al av bin da dal de del della den der des di do dos du el ibn la le ten ter van van’t von y zu zum zur and et al. al others und',
)

function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}
