/** What a summary measures of how varied the words of simulated people are. */
export const DIVERSITY_IDS = ["simulator.diversity.distinct-2", "simulator.diversity.mtld"] as const;
