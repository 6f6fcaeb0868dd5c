using EngageBot.Chat;
using EngageBot.Commands;

namespace EngageBot.TestKit;

/// <summary>What members ask of the bot, in tests: <c>Ask.Typed("pause", ("days", "3"))</c>.</summary>
public static class Ask
{
    public static readonly MemberId Ada = TestTime.Member("ada");

    public static readonly Asker ByAda = new(TestTime.Community, Ada, TestTime.Noon);

    public static CommandRequest Typed(string command, params (string Name, string Value)[] options) => new CommandRequest.Typed(ByAda, command)
    {
        Options = options.ToDictionary(option => option.Name, option => option.Value),
    };

    public static CommandRequest Pressed(string command, string action = "go", long subject = 0) =>
        new CommandRequest.Pressed(ByAda, new ButtonId(command, action, subject), Message: null);

    public static CommandRequest Pressed(MessageButton button) => Pressed(button.Id.Command, button.Id.Action, button.Id.Subject);
}
