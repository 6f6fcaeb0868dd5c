using EngageBot.Introductions;
using EngageBot.Introductions.Rounds;
using EngageBot.Profiles;

namespace EngageBot.TestKit.Rounds;

/// <summary>A made community for rounds: members with interests, channels and hours, some of whom talk to each other. The same seed makes the same people.</summary>
internal static class MadeRound
{
    private const long Now = 20_000L * 86_400_000;
    private const int Interests = 25;
    private const int Lines = 60;

    /// <returns>How well two of the members 0 to <paramref name="count"/> fit.</returns>
    public static Func<long, long, double> Scores(int count, int seed)
    {
        var (random, counts, known) = (new Random(seed), new WordCounts(), new Acquaintance());
        List<IntroductionCandidate> members = [];
        for (var member = 0; member < count; member++)
        {
            members.Add(new IntroductionCandidate(member, Profile(random, counts), counts, Now));
        }

        for (var reply = 0; reply < 8 * count; reply++)
        {
            var one = random.Next(count);
            var other = Math.Min(count - 1, (int)(random.NextDouble() * random.NextDouble() * count));
            if (one != other)
            {
                known.Add(one, other, random.NextDouble() < 0.5 ? 1 : 0.4);
            }
        }

        return new RoundScores(members, known).Of;
    }

    private static MemberProfile Profile(Random random, WordCounts counts)
    {
        var profile = new MemberProfile();
        var (first, second, hour, lines) = (random.Next(Interests), random.Next(Interests), random.Next(24), random.Next(3, Lines));
        for (var line = 0; line < lines; line++)
        {
            var interest = random.Next(3) == 0 ? second : first;
            uint[] words = [(uint)((interest * 100) + random.Next(40)), (uint)random.Next(5_000, 5_300)];
            counts.Count(words);
            var at = Now - (((lines - line) * 86_400_000L / 3) + ((hour + random.Next(4)) * 3_600_000L));
            profile.Write(new ProfileLine(1 + (interest % 10) + random.Next(2), IsOpen: true, at, Asks: false), words, counts);
        }

        return profile;
    }
}
