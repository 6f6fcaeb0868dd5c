using EngageBot.Chat;

namespace EngageBot.Communities;

/// <summary>Which role a rule means that says who is a moderator. Nobody is let in by a guess.</summary>
public static class ModeratorRole
{
    private const int Longest = 100;

    private static readonly char[] Marks = ['<', '>', '@', '&'];

    private static readonly string[] Everybody = ["everyone", "here", "channel"];

    /// <summary>The id of the role that is meant: the one with that id, else the only one with that name; null where there is none, or more than one.</summary>
    /// <param name="role">As it stands in the rules.</param>
    /// <param name="roles">All that there are, each with its id and its names.</param>
    public static string? MeantBy(string role, IEnumerable<(string Id, IEnumerable<string> Names)> roles)
    {
        var (wanted, named) = (Plain(role), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (id, names) in roles)
        {
            if (id == wanted)
            {
                return id;
            }

            if (names.Any(name => string.Equals(Plain(name), wanted, StringComparison.OrdinalIgnoreCase)))
            {
                named.Add(id);
            }
        }

        return named.Count == 1 ? named.First() : null;
    }

    /// <summary>As somebody wrote it, without what makes a mention of it.</summary>
    internal static string Plain(string role) => OneLine.Of(role.Trim().Trim(Marks), Longest);

    internal static bool IsEverybody(string role) => Everybody.Contains(Plain(role), StringComparer.OrdinalIgnoreCase);

    /// <summary>Discord's role of everybody has the id of the server.</summary>
    internal static bool IsEverybodyIn(CommunityId community, string role) => Plain(role) == community.Value;
}
