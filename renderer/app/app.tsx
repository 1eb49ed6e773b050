export function App() {
  return <main>Octavo</main>
}
