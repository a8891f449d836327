/** What the tab and other systems send to bring in a confirmation and see it through, and what comes back. */
import { z } from 'zod'
import type { CaseView } from '../placement/case-view.ts'
import type { DraftView } from '../placement/draft-view.ts'
import type { Instant } from '../dates/time.ts'
import { FILE_KINDS, MOST_FILE_BYTES } from '../intake/file-kind.ts'
import { instantSchema, wayChoice } from './tab-api.ts'

/** Longer than any confirmation, its thread of earlier mails included. */
export const LONGEST_TEXT = 200_000

export const pastedBody = z.strictObject({ text: z.string().trim().min(1, 'the words of a confirmation') })

/** The name of the file stays where it is: people give files the names of children. */
export const fileBody = z.strictObject({
  file: z.base64().max(Math.ceil(MOST_FILE_BYTES / 3) * 4, `at most ${MOST_FILE_BYTES} bytes`),
  kind: z.enum(FILE_KINDS),
})

const version = z.number().int().nonnegative()
const said = (most: number) =>
  z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9.:]{0,59}$/), z.string().max(2_000))
    .refine((answers) => Object.keys(answers).length <= most, `at most ${most} answers`)
const answers = said(60).default({})
/** By role, everybody who has it, in words; none for nobody. */
const people = said(30).default({})

export const formBody = z.strictObject({ answers, people })
export const changeDraftBody = z.strictObject({ version, answers, people })
export const scheduleDraftBody = z.strictObject({
  version,
  answers,
  /** For each of the meetings the start that was chosen; the best one offered where there is none. */
  chosen: z.array(instantSchema.nullable()).max(10).default([]),
  lateReason: z.string().trim().max(2_000).optional(),
  wayOut: z.strictObject({ nth: z.int().min(0).max(9), ...wayChoice }).optional(),
  /** Those outside are asked before anything is booked. */
  outsideFirst: z.boolean().default(false),
})
export const dismissDraftBody = z.strictObject({ version })

/** A placement that is confirmed already, and what a message would change about it. */
export type CaseFound = {
  placement: CaseView
  caseReference: string
  placementReference: string
  line: string
  meetings: { id: string; ref: string; words: string }[]
}
/** What one child's part of a text led to; `notice` is what the reader has to know of it first. */
export type Found =
  | ({ is: 'draft'; notice: string | null } & Pick<
      DraftView,
      'id' | 'caseReference' | 'placementReference' | 'placement'
    >)
  | ({ is: 'case'; notice: string | null } & CaseFound)
  | { is: 'words'; notice: string }

export type FoundAnswer = { found: Found[]; now: Instant }
/** `already`: somebody else had scheduled it before this press. */
export type DraftAnswer = { draft: DraftView; already?: boolean; now: Instant }
export type CaseAnswer = { case: CaseFound; now: Instant }
