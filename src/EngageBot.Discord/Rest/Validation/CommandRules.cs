using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest.Validation;

/// <summary>What commands and their options may hold. <see href="https://discord.com/developers/docs/interactions/application-commands"/>.</summary>
internal static class CommandRules
{
    public static void Validate(IReadOnlyList<ApplicationCommandProperties> commands)
    {
        Check.AtMost(DiscordLimits.ChatInputCommands, commands.Where(command => command.Type == ApplicationCommandType.ChatInput).ToList(), "slash commands");
        Check.That(
            commands.GroupBy(command => (command.Type, command.Name)).All(same => same.Count() == 1),
            "Two commands of the same sort have the same name.");
        foreach (var command in commands)
        {
            Check.Between(1, DiscordLimits.CommandName, command.Name, "A command's name");
            var least = command.Type == ApplicationCommandType.ChatInput ? 1 : 0;
            Check.Between(least, least * DiscordLimits.CommandDescription, command.Description, $"The description of the command {command.Name}");
            Check.That(Total(command) <= DiscordLimits.CommandTotal, $"The command {command.Name} holds more than {DiscordLimits.CommandTotal} characters.");
            Validate(command.Options);
        }
    }

    public static void Validate(IReadOnlyList<ApplicationCommandOptionChoice> choices)
    {
        Check.AtMost(DiscordLimits.Choices, choices, "choices");
        foreach (var choice in choices)
        {
            Check.Between(1, DiscordLimits.ChoiceName, choice.Name, "A choice's name");
        }
    }

    private static void Validate(IReadOnlyList<ApplicationCommandOption>? options)
    {
        Check.AtMost(DiscordLimits.CommandOptions, options, "options");
        var hasOptional = false;
        foreach (var option in options ?? [])
        {
            Check.Between(1, DiscordLimits.CommandName, option.Name, "An option's name");
            Check.Between(1, DiscordLimits.CommandDescription, option.Description, $"The description of the option {option.Name}");
            Check.That(!(option.Required && hasOptional), $"The option {option.Name} is required, but stands after one that is not.");
            Check.That(!option.Autocomplete || option.Choices is not { Count: > 0 }, $"The option {option.Name} has choices and completes others.");
            hasOptional |= !option.Required;
            Validate(option.Choices ?? []);
            Validate(option.Options);
        }
    }

    private static int Total(ApplicationCommandProperties command) =>
        command.Name.Length + (command.Description?.Length ?? 0) + (command.Options?.Sum(Total) ?? 0);

    private static int Total(ApplicationCommandOption option) =>
        option.Name.Length + option.Description.Length + (option.Options?.Sum(Total) ?? 0)
        + (option.Choices?.Sum(choice => choice.Name.Length + choice.Value.ToString().Length) ?? 0);
}
