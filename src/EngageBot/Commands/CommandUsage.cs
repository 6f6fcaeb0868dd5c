using System.Text;
using EngageBot.Texts;

namespace EngageBot.Commands;

/// <summary>How commands are written: in brief, as an example, and what somebody is told who wrote one otherwise.</summary>
public static class CommandUsage
{
    public const string Everybody = "/engage";
    public const string Moderators = "/engage-mod";

    /// <summary>More of them are a list of their own, which the command shows.</summary>
    private const int MostChoices = 6;

    /// <summary><c>/engage helper on|off [topics: …]</c>.</summary>
    public static string Form(ISlashCommand command)
    {
        var form = new StringBuilder(Written(command));
        foreach (var option in InOrder(command.Options))
        {
            var value = option.Choices.Count is > 0 and <= MostChoices ? string.Join('|', option.Choices) : $"{option.Name}: …";
            form.Append(' ').Append(option.IsRequired ? value : $"[{value}]");
        }

        return form.ToString();
    }

    /// <summary><c>/engage helper state: on topics: printers</c>, which can be written like this on every platform.</summary>
    public static string Example(ISlashCommand command) => string.Concat(InOrder(command.Options).Select(option => $" {option.Name}: {Example(option)}").Prepend(Written(command)));

    /// <summary>What the command can be given, and an example.</summary>
    public static string InWords(ISlashCommand command, TextBook texts) => HasOwnWords(command, texts)
        ? texts[$"{command.Name}.usage"]
        : texts.Of("command.example", ("example", Example(command)));

    /// <summary>What somebody is told who wrote it otherwise.</summary>
    public static string Complaint(ISlashCommand command, TextBook texts) => HasOwnWords(command, texts)
        ? InWords(command, texts)
        : $"{texts.Of("command.usage", ("form", Form(command)))}\n{InWords(command, texts)}";

    /// <summary>Those that must be given come first.</summary>
    public static IReadOnlyList<CommandOption> InOrder(IReadOnlyList<CommandOption> options) => [.. options.OrderByDescending(option => option.IsRequired)];

    /// <summary>Of two commands of one name these are about the one that can be given something.</summary>
    private static bool HasOwnWords(ISlashCommand command, TextBook texts) => command.Options.Count > 0 && texts.Names.Contains($"{command.Name}.usage");

    private static string Written(ISlashCommand command) => $"{(command.IsForModerators ? Moderators : Everybody)} {command.Name}";

    private static string Example(CommandOption option) => option.Example ?? option.Kind switch
    {
        CommandOptionKind.Number => "7",
        CommandOptionKind.Member => "@ada",
        CommandOptionKind.Channel => "#general",
        _ => option.Choices.Count > 0 ? option.Choices[0] : "…",
    };
}
