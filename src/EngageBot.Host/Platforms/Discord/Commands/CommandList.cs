using EngageBot.Commands;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Texts;

namespace EngageBot.Host.Platforms.Discord.Commands;

/// <summary>The bot's commands as Discord lists them: <c>/engage</c> for everybody, <c>/engage-mod</c> for those who manage the server (who may open it to others on Discord), and those on messages.</summary>
internal static class CommandList
{
    public const string Everybody = "engage";
    public const string Moderators = "engage-mod";

    /// <summary>The languages of the texts by Discord's names. <see href="https://discord.com/developers/docs/reference#locales"/>.</summary>
    private static readonly Dictionary<string, string[]> Locales = new()
    {
        ["de"] = ["de"],
        ["es"] = ["es-ES", "es-419"],
        ["fr"] = ["fr"],
        ["pt"] = ["pt-BR"],
        ["ja"] = ["ja"],
    };

    public static IReadOnlyList<ApplicationCommandProperties> Of(IReadOnlyList<ISlashCommand> commands) =>
    [
        .. Slash(Everybody, permissions: null, [.. commands.Where(command => command is { IsListed: true, IsForModerators: false })]),
        .. Slash(Moderators, Permissions.ManageGuild, [.. commands.Where(command => command is { IsListed: true, IsForModerators: true })]),
        .. commands.Where(command => command.IsOnMessages).Select(OnMessages),
    ];

    private static IEnumerable<ApplicationCommandProperties> Slash(string name, Permissions? permissions, IReadOnlyList<ISlashCommand> commands)
    {
        if (commands.Count > 0)
        {
            yield return new ApplicationCommandProperties(name)
            {
                Description = TextBook.In(TextBook.DefaultLanguage)[$"command./{name}"],
                DescriptionLocalizations = InOthers($"command./{name}"),
                Options = [.. commands.Select(Subcommand)],
                DefaultMemberPermissions = permissions,
                Contexts = [InteractionContextType.Guild],
            };
        }
    }

    private static ApplicationCommandProperties OnMessages(ISlashCommand command) => new(TextBook.In(TextBook.DefaultLanguage)[$"command.{command.Name}.on-message"])
    {
        Type = ApplicationCommandType.Message,
        NameLocalizations = InOthers($"command.{command.Name}.on-message"),
        DefaultMemberPermissions = command.IsForModerators ? Permissions.ManageGuild : null,
        Contexts = command.IsInDirectMessages ? [InteractionContextType.Guild, InteractionContextType.BotDM] : [InteractionContextType.Guild],
    };

    private static ApplicationCommandOption Subcommand(ISlashCommand command) => new()
    {
        Type = ApplicationCommandOptionType.SubCommand,
        Name = command.Name,
        Description = TextBook.In(TextBook.DefaultLanguage)[$"command.{command.Name}"],
        DescriptionLocalizations = InOthers($"command.{command.Name}"),
        Options = [.. command.Options.OrderByDescending(option => option.IsRequired).Select(option => Option(command, option))],
    };

    private static ApplicationCommandOption Option(ISlashCommand command, CommandOption option) => new()
    {
        Type = option.Kind switch
        {
            CommandOptionKind.Number => ApplicationCommandOptionType.Integer,
            CommandOptionKind.Member => ApplicationCommandOptionType.User,
            CommandOptionKind.Channel => ApplicationCommandOptionType.Channel,
            _ => ApplicationCommandOptionType.String,
        },
        Name = option.Name,
        Description = TextBook.In(TextBook.DefaultLanguage)[$"command.{command.Name}.{option.Name}"],
        DescriptionLocalizations = InOthers($"command.{command.Name}.{option.Name}"),
        Required = option.IsRequired,
        Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(choice => ApplicationCommandOptionChoice.Of(choice, choice))],
    };

    private static Dictionary<string, string> InOthers(string text) => Locales
        .Where(language => TextBook.Languages.Contains(language.Key))
        .SelectMany(language => language.Value.Select(locale => (Locale: locale, Text: TextBook.In(language.Key)[text])))
        .ToDictionary(one => one.Locale, one => one.Text);
}
