import { createContext, type ReactNode, type RefCallback, useCallback, useContext, useMemo, useState } from 'react'

type Places = {
  /** Of the dialog in front; null where none is open. */
  readonly front: HTMLElement | null
  /** A ref for the element of a dialog: it is a place as long as it is there. */
  readonly addPlace: RefCallback<HTMLElement>
}

const PlacesContext = createContext<Places>({ front: null, addPlace: () => undefined })

/** Knows which dialog is in front, so that messages stand in it: over its buttons they would be in the way. */
export function MessagePlaces({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<readonly HTMLElement[]>([])
  const addPlace = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    setOpen((places) => [...places, element])
    return () => setOpen((places) => places.filter((place) => place !== element))
  }, [])
  const places = useMemo(() => ({ front: open.at(-1) ?? null, addPlace }), [open, addPlace])
  return <PlacesContext value={places}>{children}</PlacesContext>
}

export function MessagePlace() {
  return <div ref={useContext(PlacesContext).addPlace} />
}

export function useMessagePlace(): HTMLElement | null {
  return useContext(PlacesContext).front
}
