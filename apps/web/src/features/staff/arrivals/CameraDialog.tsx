import { useEffect, useRef, useState } from "react";
import { Modal } from "@/components/ui/Modal";
import { texts } from "./texts";

const LOOK_EVERY_MS = 150;

interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}

/** Browsers that read codes have this; TypeScript does not know it yet. */
interface WithDetector {
  BarcodeDetector?: new (options: { formats: string[] }) => Detector;
}

interface Props {
  onCode: (code: string) => void;
  onClose: () => void;
}

/** The camera's picture, looked at until there is a code in it. */
export default function CameraDialog({ onCode, onClose }: Props) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <Modal isOpen onClose={onClose} title={texts.checkIn.scan} lead={texts.checkIn.scanLead}>
      {hasFailed ? (
        <p role="alert">{texts.checkIn.noCamera}</p>
      ) : (
        <Picture
          onCode={onCode}
          onFailure={() => {
            setFailed(true);
          }}
        />
      )}
    </Modal>
  );
}

function Picture({ onCode, onFailure }: { onCode: (code: string) => void; onFailure: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onCode, onFailure });
  useEffect(() => {
    told.current = { onCode, onFailure };
  });
  useEffect(() => {
    const seen = video.current;
    if (!seen) return undefined;
    return watch(
      seen,
      (code) => {
        told.current.onCode(code);
      },
      () => {
        told.current.onFailure();
      },
    );
  }, []);
  return <video ref={video} muted playsInline aria-hidden="true" className="aspect-square w-full rounded-2xl bg-deep object-cover" />;
}

/** Show the camera's picture and call `onCode` once for the first code in it. Returns how to end that. */
function watch(video: HTMLVideoElement, onCode: (code: string) => void, onFailure: () => void): () => void {
  const Reader = (window as WithDetector).BarcodeDetector;
  let stream: MediaStream | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const look = async (detector: Detector) => {
    const [code] = await detector.detect(video).catch(() => []);
    if (isOver) return;
    if (code?.rawValue) onCode(code.rawValue);
    else timer = setTimeout(() => void look(detector), LOOK_EVERY_MS);
  };
  const begin = async () => {
    if (!Reader) throw new Error("This browser reads no codes");
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    if (isOver) {
      end(stream);
      return;
    }
    video.srcObject = stream;
    await video.play();
    await look(new Reader({ formats: ["qr_code"] }));
  };

  begin().catch(() => {
    if (!isOver) onFailure();
  });
  return () => {
    isOver = true;
    clearTimeout(timer);
    if (stream) end(stream);
  };
}

function end(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
