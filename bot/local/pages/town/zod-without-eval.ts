// The page's policy forbids making code out of text, which zod would otherwise try as soon as a schema is written:
// this has to be imported before any.
import { z } from 'zod'

z.config({ jitless: true })
