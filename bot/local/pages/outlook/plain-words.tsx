/** A body as plain text. Links into the app can be followed, as whoever got the mail would. */
import { Link, makeStyles } from '@fluentui/react-components'
import { plainText, withLinks } from './plain-text.ts'

const useStyles = makeStyles({
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})

export function PlainWords({ html }: { html: string }) {
  const styles = useStyles()
  return (
    <div className={styles.words}>
      {withLinks(plainText(html), window.location.origin).map((piece, n) =>
        'text' in piece ? (
          piece.text
        ) : 'here' in piece ? (
          <Link key={n} href={piece.here} target="_blank" rel="noopener" inline>
            {piece.here}
          </Link>
        ) : (
          <span key={n} title={piece.away}>
            {shortened(piece.away)}
          </span>
        ),
      )}
    </div>
  )
}

const shortened = (address: string) => (address.length > 50 ? `${address.slice(0, 45)} …` : address)
