// Writes a ZIP archive without compressing anything: all that Teams asks of a package of three small files. Every entry
// has the same date, so that the same files always give the same archive.
import { crc32 } from 'node:zlib'

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const VERSION_NEEDED = 20
const NAMES_ARE_UTF8 = 0x0800
const STORED = 0
/** 1 January 1980, midnight, where ZIP's calendar begins. */
const TIME = 0
const DATE = 0x0021
const NONE = 0

/** @param {{ name: string, content: Buffer }[]} files */
export function zip(files) {
  const contents = []
  const directory = []
  let offset = 0
  for (const { name, content } of files) {
    const nameBytes = Buffer.from(name, 'utf8')
    const description = Buffer.concat([
      ...[VERSION_NEEDED, NAMES_ARE_UTF8, STORED, TIME, DATE].map(twoBytes),
      ...[crc32(content), content.length, content.length].map(fourBytes),
      ...[nameBytes.length, NONE].map(twoBytes),
    ])
    const stored = Buffer.concat([fourBytes(LOCAL_HEADER), description, nameBytes, content])
    contents.push(stored)
    directory.push(
      fourBytes(CENTRAL_HEADER),
      twoBytes(VERSION_NEEDED),
      description,
      ...[NONE, NONE, NONE].map(twoBytes), // comment, disk, internal attributes
      ...[NONE, offset].map(fourBytes), // external attributes, where the entry begins
      nameBytes,
    )
    offset += stored.length
  }
  const entries = Buffer.concat(directory)
  return Buffer.concat([
    ...contents,
    entries,
    fourBytes(END_OF_DIRECTORY),
    ...[NONE, NONE, files.length, files.length].map(twoBytes),
    ...[entries.length, offset].map(fourBytes),
    twoBytes(NONE),
  ])
}

function twoBytes(value) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function fourBytes(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
