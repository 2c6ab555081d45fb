const rate = 8000;
const seconds = 4;

/** A recording for the demo: four seconds of a soft two-tone signal, 8 kHz mono 16-bit PCM in a WAV file. */
export function wav(): Buffer {
  const samples = rate * seconds;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16); // length of the format chunk
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // channels
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28); // bytes a second
  file.writeUInt16LE(2, 32); // bytes a sample
  file.writeUInt16LE(16, 34); // bits a sample
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const time = index / rate;
    const pitch = time % 1 < 0.5 ? 440 : 554;
    const loudness = 0.2 * Math.sin(Math.PI * ((time * 2) % 1));
    file.writeInt16LE(Math.round(loudness * 32767 * Math.sin(2 * Math.PI * pitch * time)), 44 + index * 2);
  }
  return file;
}
