using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>The form for waits that only one channel has. What is left empty there is as in the community.</summary>
internal static class ChannelWaitsForm
{
    public const string Action = "waits";

    private const string Channel = "channel";
    public const string Least = "least";
    private const string Most = "most";
    private const string Without = "without";

    /// <param name="name">What the channel is called.</param>
    public static CommandForm Of(CommunityRules rules, string name, string id, TextBook texts)
    {
        var own = OwnOf(rules, name, id);
        return new CommandForm(new ButtonId(ChannelCommand.Command, Action, 0), texts["channel.waits.form"],
        [
            new FormField(Channel, texts["channel.waits.field.channel"]) { Value = name, IsRequired = true },
            new FormField(Least, texts["rules.waits.field.least"]) { Value = Written(own.WaitAtLeast) },
            new FormField(Most, texts["rules.waits.field.most"]) { Value = Written(own.WaitAtMost) },
            new FormField(Without, texts["rules.waits.field.without"]) { Value = Written(own.WaitWithoutHistory) },
        ]);
    }

    /// <summary>The channel and what changes there; else the field that cannot be made sense of, and what was written there.</summary>
    /// <param name="names">The channels' names by their ids.</param>
    public static (string Name, Func<CommunityRules, CommunityRules> Change)? Read(IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string> names, out (string Field, string Written) unread)
    {
        unread = (Channel, ChatText.Clean(fields.GetValueOrDefault(Channel, string.Empty)).Trim());
        var wanted = unread.Written.Trim('<', '>').TrimStart('#');
        var (id, name) = names.FirstOrDefault(one => CommunityRules.IsNamed(wanted, one.Value, one.Key));
        if (id is null || !TryRead(fields, Least, ref unread, out var least) || !TryRead(fields, Most, ref unread, out var most) || !TryRead(fields, Without, ref unread, out var without))
        {
            return null;
        }

        return (name, rules =>
        {
            var own = OwnOf(rules, name, id) with { WaitAtLeast = least, WaitAtMost = most, WaitWithoutHistory = without };
            var others = rules.Channels.Where(channel => !CommunityRules.IsNamed(channel.Channel, name, id));
            return rules with { Channels = least is null && most is null && without is null ? [.. others] : [.. others, own] };
        });
    }

    private static ChannelRules OwnOf(CommunityRules rules, string name, string id) =>
        rules.Channels.FirstOrDefault(channel => CommunityRules.IsNamed(channel.Channel, name, id)) ?? new ChannelRules { Channel = id };

    private static string Written(TimeSpan? time) => time is { } own ? DurationText.Of(own) : string.Empty;

    private static bool TryRead(IReadOnlyDictionary<string, string> fields, string field, ref (string Field, string Written) unread, out TimeSpan? time)
    {
        time = null;
        var written = fields.GetValueOrDefault(field, string.Empty).Trim();
        unread = (field, written);
        if (written.Length > 0 && DurationText.TryRead(written, out var own))
        {
            time = own;
        }

        return written.Length == 0 || time is not null;
    }
}
