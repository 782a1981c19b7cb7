// People and letters of the demonstration. All of it was written for Openletter; nobody in it exists.
export const password = "letters want answers";

export const people = [
  { handle: "rosa", name: "Rosa" },
  { handle: "jun", name: "Jun" },
  { handle: "ines_b", name: "Ines" },
  { handle: "tomek", name: "Tomek" },
  { handle: "best-offer-24", name: "best-offer-24" },
];

const disclaimer = "Written for the demonstration of Openletter. Nobody in it exists.";

export const letters = [
  {
    from: "jun",
    addressee: "",
    title: "What I wish I had asked before I shared that picture",
    byline: "Jun",
    topics: "call-outs, compassion",
    disclaimer,
    // Its writer reads the queue after this many responses; what comes later waits for her.
    clearedAfter: 2,
    body: `It took four minutes to read, one to be angry, and eleven days to learn that the woman in the picture had been trying to tell us something else.

I was the ninetieth person to share it. I know that because she counted.

> I thought that if I answered one of you, the others would read it. Nobody did. You were all talking to each other about me.

## WHAT I ASK OF MYSELF

1. Read the whole thing, not the part that was cut out.
2. Ask the person before asking the crowd.
3. Say where it came from.

I am sorry. This letter does not ask anybody to forgive me. It asks you to wait four minutes.`,
    responses: [
      { from: "ines_b", text: "The counting is what stays with me. Ninety people, and each of us felt like one." },
      { from: "tomek", text: "How did you find out? Did she write to you, or did somebody else tell you?" },
    ],
  },
  {
    from: "rosa",
    addressee: "the Harbour City Transport Board",
    title: "Please ride the last tram with us",
    byline: "Rosa, with eleven night workers",
    topics: "transport, night work",
    disclaimer,
    clearedAfter: 2,
    body: `You wrote on Monday that the tram to Harbour Street will stop at nine from next month, because few people ride it after dark. I ride it after dark. So do the cleaners of the two hospitals, the bakers, the women who work in the clubs behind the station, and the nurses who are told not to walk through the underpass alone.

You counted tickets. The machines at the three last stops have been broken since March, and the people who use them could not buy one. We have written to you about the machines four times.

---

## WHAT WE ASK

- Keep the nine o'clock and the ten o'clock tram until the machines have worked for three months.
- Count people, not tickets. We will help: forty-one of us have offered an evening.
- Come and ride it with us once, on any day you choose.

Nobody here thinks you want us to walk home in the dark. We think nobody asked. This letter is us, asking to be asked.`,
    responses: [
      {
        from: "ines_b",
        text: "I drive this line. We are told the evening trams are empty and I look in my mirror and see thirty people. Nobody has asked us to count.",
      },
      {
        from: "jun",
        text: "I took the nine o'clock home for two years. The driver knew all of us by our bags. Please ride it once before you count it.",
      },
      {
        from: "tomek",
        text: "Twelve euros a night is what the last three stops cost the Board, if their own table is right (page 9). The broken machines cost more than that in missed fares.",
      },
      {
        from: "best-offer-24",
        text: "Order now without a recipe, delivered in 24 hours: https://cheap-tablets.example/order best price, no questions, order now https://cheap-tablets.example/",
      },
    ],
  },
];
