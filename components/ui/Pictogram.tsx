import type { z } from "zod";
import type { pictogram } from "@/lib/content";

type PictogramName = z.infer<typeof pictogram> | "person";

// Our own line drawings on a 48 grid. They stand beside words that say the same.
const drawings: Record<PictogramName, string> = {
  door: "M10 42V8a2 2 0 0 1 2-2h24a2 2 0 0 1 2 2v34M6 42h36M31 24v3",
  paper: "M12 6h17l8 8v28H12zM29 6v8h8M18 22h13M18 28h13M18 35c3-3 5 2 8-1s3 0 5 0",
  speech: "M8 10h32v22H24l-9 8v-8H8zM17 21h14",
  street: "M18 6 8 42M30 6l10 36M24 8v6M24 20v6M24 34v6",
  car: "M6 34v-9l5-3 5-9h16l5 9 5 3v9zM6 29h4M38 29h4M12 34v4h5v-4M31 34v4h5v-4M15 22h18",
  work: "M6 16h36v24H6zM17 16v-6h14v6M6 27h36M24 25v4",
  judge: "M24 6v34M14 42h20M10 12h28M10 12 4 26h12zM38 12l-6 14h12z",
  house: "M6 24 24 8l18 16M11 20v22h26V20M20 42V30h8v12",
  phone: "M15 6h18v36H15zM22 36h4",
  camera: "M6 14h9l3-4h12l3 4h9v26H6zM24 19a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15",
  family: "M16 10a5 5 0 1 0 0 10 5 5 0 1 0 0-10M34 16a4 4 0 1 0 0 8 4 4 0 1 0 0-8M6 42c0-9 4-15 10-15s10 6 10 15M26 40c0-6 3-10 8-10s8 4 8 10",
  book: "M24 13C19 9 12 8 6 9v28c6-1 13 0 18 4 5-4 12-5 18-4V9c-6-1-13 0-18 4zM24 13v28",
  shield: "M24 6 8 12v12c0 9 7 15 16 18 9-3 16-9 16-18V12zM17 24l5 5 9-10",
  school: "M24 8 4 18l20 10 20-10zM12 23v11c7 6 17 6 24 0V23M44 18v13",
  cuffs: "M15 22a9 9 0 1 0 0 18 9 9 0 1 0 0-18M33 22a9 9 0 1 0 0 18 9 9 0 1 0 0-18M18 22l4-8h4l4 8",
  scam: "M24 7 4 41h40zM24 19v10M24 35v.1",
  police: "M24 6l5 5 7-1-1 7 5 5-5 5 1 7-7-1-5 5-5-5-7 1 1-7-5-5 5-5-1-7 7 1zM24 18v8M20 22h8",
  city: "M6 42h36M10 42V20h8v22M18 42V10l6-5 6 5v32M30 42V20h8v22M24 16v.1M24 24v.1M24 32v.1",
  eye: "M4 24c8-14 32-14 40 0-8 14-32 14-40 0zM24 18a6 6 0 1 0 0 12 6 6 0 1 0 0-12",
  hand: "M14 26V12a3 3 0 0 1 6 0v10V8a3 3 0 0 1 6 0v14V10a3 3 0 0 1 6 0v13-6a3 3 0 0 1 6 0v12c0 8-5 13-12 13-6 0-9-3-12-8l-5-9a3 3 0 0 1 5-3z",
  person: "M24 7a7 7 0 1 0 0 14 7 7 0 1 0 0-14M8 42c0-9 7-15 16-15s16 6 16 15M35 21l4 4 6-7",
};

export function Pictogram({ name, className = "" }: { name: string | null; className?: string }) {
  const path = name && name in drawings ? drawings[name as PictogramName] : null;
  if (!path) return null;
  return (
    <svg className={`icon ${className}`} viewBox="0 0 48 48" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
