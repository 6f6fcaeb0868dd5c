using System.Globalization;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>What moderators are told when the bot comes.</summary>
internal static class ArrivalTexts
{
    private const int MostNamed = 6;

    public static string Of(KnownCommunity community, IReadOnlyList<string> troubles, TextBook texts)
    {
        List<string> lines = [texts["first.hello"], texts.Of("first.reads", ("count", Written(community.Channels.Public)))];
        if (community.Id.Platform == Platform.Slack)
        {
            lines.Add(texts["first.invited"]);
        }

        if (!community.ReadsContent)
        {
            lines.Add(texts["first.no-content"]);
        }

        if (community.Channels.Private > 0)
        {
            lines.Add(texts.Of("first.private", ("count", Written(community.Channels.Private))));
        }

        if (community.Unreadable.Count > 0)
        {
            var named = string.Join(", ", community.Unreadable.Take(MostNamed).Select(name => $"#{Excerpt.Of(name.TrimStart('#'))}"));
            lines.Add(texts.Of("first.unreadable", ("channels", community.Unreadable.Count > MostNamed ? $"{named}, …" : named)));
        }

        lines.AddRange(troubles.Select(trouble => texts.Of("first.trouble", ("what", OneLine.Of(trouble, 200)))));
        lines.Add(texts["first.silent"]);
        return string.Join('\n', lines);
    }

    public static IReadOnlyList<MessageButton> Buttons(TextBook texts) =>
    [
        new(new ButtonId(SetupCommand.Command, SetupCommand.Begin, 0), texts["first.button.setup"]) { IsMain = true },
        new(new ButtonId(FirstCommand.Command, FirstCommand.Preview, 0), texts["first.button.preview"]),
        new(new ButtonId(FirstCommand.Command, FirstCommand.Privacy, 0), texts["first.button.privacy"]),
    ];

    private static string Written(long count) => count.ToString(CultureInfo.InvariantCulture);
}
