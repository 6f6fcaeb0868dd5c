using System.Text;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>How commands are written on Slack, which lists none of them itself.</summary>
internal static class CommandHelp
{
    public const string Everybody = "/engage";
    public const string Moderators = "/engage-mod";

    /// <summary>The commands under a slash command, each with what it does.</summary>
    /// <param name="slash">As it was written; anything but <see cref="Moderators"/> lists those for everybody.</param>
    public static string List(IReadOnlyList<ISlashCommand> commands, string slash, TextBook texts)
    {
        var name = slash == Moderators ? Moderators : Everybody;
        var listed = commands.Where(command => command.IsListed && command.IsForModerators == (name == Moderators)).ToList();
        if (listed.Count == 0)
        {
            return texts["command.none"];
        }

        var text = new StringBuilder(texts[$"command.{name}"]);
        foreach (var command in listed)
        {
            text.Append("\n• ").Append(Form(command)).Append(" – ").Append(texts[$"command.{command.Name}"]);
        }

        return text.ToString();
    }

    /// <summary>What somebody is told who wrote it otherwise.</summary>
    public static string Usage(ISlashCommand command, TextBook texts)
    {
        var own = $"{command.Name}.usage";
        return texts.Names.Contains(own) ? texts[own] : texts.Of("command.usage", ("form", Form(command)));
    }

    /// <summary><c>/engage helper on|off [topics: …]</c>.</summary>
    public static string Form(ISlashCommand command)
    {
        var form = new StringBuilder(command.IsForModerators ? Moderators : Everybody).Append(' ').Append(command.Name);
        foreach (var option in CommandArguments.InOrder(command.Options))
        {
            var value = option.Choices.Count > 0 ? string.Join('|', option.Choices) : $"{option.Name}: …";
            form.Append(' ').Append(option.IsRequired ? value : $"[{value}]");
        }

        return form.ToString();
    }
}
