/** What the desk's shell says; each folder below has the sentences of its own pages. */
export const texts = {
  nav: {
    label: "Desk",
    book: "Book",
    arrivals: "Today",
    schedule: "Schedule",
    bookings: "Bookings",
    conversations: "Chats",
    charges: "Charges",
    catalogue: "Catalogue",
    messages: "Messages",
    figures: "Figures",
    people: "People",
    audit: "Audit",
  },
};
