export default function MeetingPage({ id }: { id: string }) {
  return <main>{id}</main>
}
