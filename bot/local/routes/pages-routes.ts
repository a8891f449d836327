/** The workplace's own pages, as they were built. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Router, static as serveFiles } from 'express'

const BUILT = join(import.meta.dirname, '..', '..', '..', 'dist', 'local')

/** Nothing leaves this computer: the browser would refuse to. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'", // Fluent UI writes its styles at run time
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function pagesRoutes(folder = BUILT): Router {
  const router = Router()
  router.get('/', (_request, response, next) => {
    if (existsSync(join(folder, 'index.html'))) return next()
    response.status(503).type('text').send('The pages of the practice town are not built yet: npm run build')
  })
  router.use(
    serveFiles(folder, {
      setHeaders(response, path) {
        response.setHeader('Content-Security-Policy', POLICY)
        const isHashed = /-[\w-]{8}\.(js|css)$/.test(path)
        response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
  return router
}
