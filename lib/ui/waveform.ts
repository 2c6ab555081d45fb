/** Hertz. Enough to see who speaks when, and small in memory: an hour is 115 MB decoded. */
const rate = 8000;
/** Bytes; a larger file would take too much memory when decoded. */
const most = 16 * 1024 * 1024;

/** The loudest moment in each of `count` equal stretches of a recording, from 0 to 1; `undefined` for what cannot be decoded. */
export async function peaksOf(sound: Blob, count: number): Promise<number[] | undefined> {
  if (sound.size > most) return undefined;
  try {
    const decoded = await new OfflineAudioContext(1, 1, rate).decodeAudioData(await sound.arrayBuffer());
    const channels = Array.from({ length: decoded.numberOfChannels }, (_, index) => decoded.getChannelData(index));
    const step = decoded.length / count;
    const peaks = Array.from({ length: count }, (_, index) => {
      let peak = 0;
      for (const samples of channels) {
        for (let at = Math.floor(index * step); at < (index + 1) * step; at++) {
          peak = Math.max(peak, Math.abs(samples[at] ?? 0));
        }
      }
      return peak;
    });
    const loudest = Math.max(...peaks);
    return loudest > 0 ? peaks.map((peak) => peak / loudest) : peaks;
  } catch {
    return undefined;
  }
}
