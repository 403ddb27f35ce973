import { useCallback, useEffect, useState } from "react";

/** Something a person turns on or off for this browser. The server, and a browser that keeps nothing, has the default. */
export function usePreference(name: string, byDefault: boolean): [boolean, () => void] {
  const key = `cordon.diagram.${name}`;
  const [isOn, setIsOn] = useState(byDefault);

  useEffect(() => {
    try {
      const kept = localStorage.getItem(key);
      if (kept !== null) setIsOn(kept === "on");
    } catch {
      // The default stands.
    }
  }, [key]);

  const toggle = useCallback(() => {
    setIsOn((before) => {
      try {
        localStorage.setItem(key, before ? "off" : "on");
      } catch {
        // For this visit.
      }
      return !before;
    });
  }, [key]);

  return [isOn, toggle];
}
