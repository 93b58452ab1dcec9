import { texts } from "../texts";

export function HowItWorks() {
  return (
    <section aria-labelledby="how" className="rounded-card border border-line bg-shell px-5 py-8 md:px-10 md:py-10">
      <h2 id="how" className="text-2xl md:text-3xl">
        {texts.home.steps}
      </h2>
      <ol className="mt-6 grid gap-6 md:grid-cols-3 md:gap-10">
        {texts.home.how.map(({ title, text }, n) => (
          <li key={title} className="flex gap-4">
            <span aria-hidden="true" className="font-display text-5xl leading-none font-semibold text-coral">
              {n + 1}
            </span>
            <div>
              <h3 className="text-xl">{title}</h3>
              <p className="mt-1 text-ink-soft">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
