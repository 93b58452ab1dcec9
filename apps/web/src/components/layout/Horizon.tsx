/** The sun over the bay: the one picture that is the resort's own. */
export function Horizon({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" className={className}>
      <rect width="400" height="300" className="fill-lagoon-tint" />
      <circle cx="272" cy="132" r="58" className="fill-sun/30" />
      <circle cx="272" cy="132" r="42" className="fill-sun" />
      <path d="M0 152c50-16 88-16 132-4s84 14 128 4 90-12 140 0v148H0z" className="fill-lagoon/45 dark:fill-lagoon/20" />
      <path d="M0 190c46-22 92-20 138-4s92 18 138 2 84-14 124-4v116H0z" className="fill-lagoon/75 dark:fill-lagoon/30" />
      <path d="M0 232c52-20 96-14 142 0s88 16 134 0 84-14 124-2v70H0z" className="fill-deep" />
      <path d="M96 170l26-52 8 52zM134 170l-6-66c24 16 36 40 38 66zM88 176h88c-6 12-18 18-32 18h-24c-14 0-26-6-32-18z" className="fill-on-deep" />
    </svg>
  );
}
