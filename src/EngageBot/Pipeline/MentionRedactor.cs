using System.Text.RegularExpressions;
using EngageBot.Chat;
using EngageBot.Members;
using EngageBot.Privacy;

namespace EngageBot.Pipeline;

/// <summary>Whoever is left out of everything is "someone" also in what others write to him.</summary>
internal sealed partial class MentionRedactor(MemberDirectory members)
{
    /// <param name="key">The key of the community.</param>
    /// <param name="mentioned">Those whom the platform says are mentioned; others are found in the text.</param>
    public async ValueTask<string> OfAsync(string text, CommunityId community, long key, IReadOnlyList<MemberId> mentioned, CancellationToken cancellationToken)
    {
        if (mentioned.Count == 0 && !text.Contains("<@", StringComparison.Ordinal))
        {
            return text; // Most mention nobody.
        }

        foreach (var member in mentioned.Concat(MarkedIn(text, community)).Distinct())
        {
            if (await members.IsLeftOutAsync(member, key, cancellationToken))
            {
                text = Unnaming.Of(text, member.Value, name: null);
            }
        }

        return text;
    }

    private static IEnumerable<MemberId> MarkedIn(string text, CommunityId community) => text.Contains("<@", StringComparison.Ordinal)
        ? Mark().Matches(text).Select(mark => new MemberId(community, mark.Groups["id"].Value))
        : [];

    [GeneratedRegex(@"<@!?(?<id>[A-Za-z0-9_.-]{1,64})(\|[^<>]{0,200})?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mark();
}
