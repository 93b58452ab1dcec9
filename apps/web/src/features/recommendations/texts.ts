/** Every sentence about recommendations. */
export const texts = {
  forYou: "Recommended for you",
  popular: "Popular right now",
  ask: "Is this something for you?",
  yes: "Yes, more like this",
  no: "No, not for me",
  thanks: "Thank you, that helps us to recommend.",
} as const;
