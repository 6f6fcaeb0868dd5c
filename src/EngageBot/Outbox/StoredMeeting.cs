using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>A place to be opened as it is stored: whether it is private, its name, and the platform's ids of those whom it is for; a line each.</summary>
internal static class StoredMeeting
{
    private const string Private = "private";
    private const string Open = "open";
    private const int LongestName = 100;

    /// <summary>Null for none.</summary>
    public static string? Of(MeetingPlace? place) => place is null
        ? null
        : string.Join('\n', [place.IsPrivate ? Private : Open, OneLine.Of(place.Name, LongestName), .. place.Members.Select(member => member.Value)]);

    public static MeetingPlace? Read(string? stored, CommunityId community) => stored?.Split('\n') is [var kind, var name, .. var members]
        ? new MeetingPlace(name, kind == Private, [.. members.Select(member => new MemberId(community, member))])
        : null;
}
