namespace EngageBot.Simulation.Model;

/// <summary>What people write: a topic has words of its own, and both questions and answers about it use them.</summary>
internal static class Wording
{
    private const int WordsOfTopic = 14;

    private static readonly string[] Heads = ["bra", "fol", "gim", "dor", "kel", "tas", "vun", "pel", "mor", "sif", "lat", "rok"];
    private static readonly string[] Tails = ["dun", "vek", "mol", "rit", "sab", "gol", "pim", "ner", "fax", "tod", "lup", "zen", "bik", "hom"];

    public static string Question(PlannedPost post, long seed) =>
        $"how do I get the {Word(post, seed, 0)} {Word(post, seed, 1)} to work with {Word(post, seed, 2)} and {Word(post, seed, 3)}?";

    public static string Answer(PlannedPost post, long seed) => $"the {Word(post, seed, 0)} {Word(post, seed, 1)} works once the {Word(post, seed, 4)} is set";

    public static string Interests(IEnumerable<int> topics) => string.Join(", ", topics.Order().Select(topic => Word(topic, 0)));

    public static string ChannelOf(int topic, Habits habits) => $"help-{topic % habits.Channels}";

    private static string Word(PlannedPost post, long seed, int place) => Word(post.Topic, (int)(WordsOfTopic * Chance.Of(seed, Drawn.Words, post.Number, place)));

    private static string Word(int topic, int word) => Heads[topic % Heads.Length] + Tails[word];
}
