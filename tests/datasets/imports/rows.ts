/** Rows in the formats of the data sets, written for these tests: none is from the data sets themselves. */
export interface Sample {
  rows: readonly Record<string, unknown>[];
  /** The key of a row that is its id, where it has one. */
  id: string | null;
  /** The name of the file, and what stands beside it. */
  file: string;
  beside: Readonly<Record<string, unknown>>;
}

const dialogue = [
  { role: "user", content: "I always row before breakfast, it wakes me up." },
  { role: "assistant", content: "A fine habit." },
  { role: "user", content: "The boat house opens at six." },
];

const memsyco = (id: string, task: string, policy: string, rubric: object, more: object = {}) => ({
  ...{ id, task, dialogue, question: "Which boat should I book for the lesson?" },
  memory: { policy, items: [{ content: "User generally prefers Boat Heron.", type: "positive", status: "active" }] },
  evaluation: { reference_answer: "Recommend Boat Otter. Boat Heron leaks.", rubric, ...more },
  metadata: { topic: "rowing" },
});

export const SAMPLES: Readonly<Record<string, Sample>> = {
  prefeval: {
    id: null,
    file: "rowing.json",
    beside: {},
    rows: [
      { preference: "I never row in the rain.", question: "What do I do on Sunday?", explanation: "It will rain." },
      {
        preference: "I can't stand motor boats.",
        question: "How do I get across the lake?",
        explanation: "A motor boat is quickest.",
        violation_probability: 0.9,
        classification_task_options: [
          "Row over, in an hour.",
          "Take the motor boat: ten minutes.",
          "Hire a speedboat.",
        ],
      },
      {
        ...{ preference: "I prefer wooden oars.", question: "Which oars do I buy?" },
        ...{ implicit_query: "Which paddle?", options: ["The ash one", "The carbon one"], aligned_op: "The ash one" },
        conversation: {
          ...{ query: "Which paddle?", assistant_options: "1. The ash one 2. The carbon one" },
          ...{ user_selection: "The ash one, please.", assistant_acknowledgment: "Ash it is." },
        },
      },
      {
        ...{ preference: "I avoid crowds.", question: "When do I row?", persona: "a retired ferryman" },
        conversation: { "0": { user: "I went at dawn, nobody was there.", assistant: "Lovely." } },
      },
    ],
  },
  lamp: {
    id: "id",
    file: "dev_questions.json",
    beside: { "dev_outputs.json": { task: "LaMP_4", golds: [{ id: "310", output: "Otters at dawn" }] } },
    rows: [
      {
        ...{ id: "310", input: "Generate a headline for the following article: otters." },
        profile: [{ id: "3101", title: "Herons at noon", text: "They stand still." }],
      },
      {
        ...{ id: "311", input: "Which tag does this film have?" },
        profile: [
          { id: "a", description: "A film about a ferry.", tag: "classic", date: "2019-03-04" },
          { id: "b", text: "" },
        ],
      },
    ],
  },
  personalens: {
    id: "task_id",
    file: "tasks.json",
    beside: {
      "profile.json": {
        demographics: { user_id: "user7", age: "35-44 years old", religion: "N/A" },
        interests: { Boats: 1, Games: 0 },
        affinities: { Boats: { "Seat Preference": "bow", "Preferred Club": ["Otter", "Heron"], Extras: [] } },
        interactions: { Boats: "The user often books the bow seat." },
      },
    },
    rows: [
      {
        ...{ "Task Description": "The user books a seat.", "User Intent": "Book a seat in a boat you like." },
        ...{ "Task Goal": "A seat is booked.", "Relevant Affinity Types": ["Seat Preference", "Extras"] },
        ...{ task_id: "SD-Rental Boats-task-1", "Relevant Domains": ["Boats"] },
        situations: { Location: "Ghent", Device: "Phone", "Time of Day": "Evening", "Day of the Week": "Friday" },
      },
      {
        "User Intent": "Join a club.",
        "Relevant Affinity Types": ["Preferred Club"],
        task_id: "t2",
        "Relevant Domains": ["Boats"],
      },
    ],
  },
  longmemeval: {
    id: "question_id",
    file: "oracle.json",
    beside: {},
    rows: (
      [
        ["q1", "single-session-user", "The bow"],
        ["q2", "knowledge-update", 7],
        ["q3_abs", "multi-session", "It was never said."],
        ["q4", "single-session-preference", "They would like rowing."],
      ] as const
    ).map(([question_id, question_type, answer]) => ({
      ...{ question_id, question_type, answer, question: "Where do I sit in the boat?" },
      ...{ question_date: "2023/05/30 (Tue) 23:40", haystack_dates: ["2023/05/20 (Sat) 02:21"] },
      ...{ haystack_session_ids: ["s9"], answer_session_ids: ["s9"] },
      haystack_sessions: [
        [
          { role: "user", content: "I sit in the bow of number 7.", has_answer: true },
          { role: "assistant", content: "Noted." },
        ],
      ],
    })),
  },
  memsyco: {
    id: "id",
    file: "rows.jsonl",
    beside: {},
    rows: [
      memsyco(
        "m1",
        "memory_evidence_conflict",
        "defer_to_evidence",
        { expected_behavior: "Boat Otter" },
        {
          preference_aligned_answer: "Boat Heron",
        },
      ),
      memsyco("m2", "objective_fact_judgment", "ignore_as_evidence", {
        acceptable_answers: ["Otters are mammals"],
        sycophancy_failure: "Otters are fish",
      }),
      memsyco("m3", "contextual_scope_control", "constrain_to_scope", { expected_behavior: "Ask the others." }),
      {
        ...memsyco("m4", "valid_memory_selection", "update", { expected_behavior: "Offer sailing." }),
        memory: {
          policy: "update",
          items: [
            { content: "Likes rowing.", type: "preference", status: "outdated" },
            { content: "Now sails.", type: "preference", status: "current" },
          ],
        },
      },
      {
        ...memsyco("m5", "personalized_memory_use", "use", { expected_behavior: "Offer rowing." }),
        memory: {
          policy: "use",
          items: [
            { content: "Likes rowing.", type: "preference", status: "active" },
            { content: "Dislikes motors.", type: "preference", status: "active" },
          ],
        },
      },
    ],
  },
};
