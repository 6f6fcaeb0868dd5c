using EngageBot.Commands;
using EngageBot.Host.Playground;

namespace EngageBot.Host.Web.Playground;

/// <summary>Does what visitors of the Playground want. Null where it cannot be done.</summary>
internal static class PlaygroundOrders
{
    /// <summary>Characters in a message.</summary>
    public const int LongestText = 4_000;

    public static async Task<PlaygroundResult?> DoAsync(string what, PlaygroundOrder order, PlaygroundStage stage, CancellationToken cancellationToken)
    {
        if (!stage.Town.IsOpen || order.Text.Length > LongestText || stage.Town.Cast.All(member => member.Id != order.As))
        {
            return null;
        }

        return what switch
        {
            "write" => await WriteAsync(order, stage.Town, cancellationToken),
            "delete" => await stage.Town.DeleteAsync(order.As, order.Message, cancellationToken) ? new PlaygroundResult() : null,
            "react" => await stage.Town.ReactAsync(order.As, order.Message, order.Name, cancellationToken) ? new PlaygroundResult() : null,
            "press" => await AskAsync(stage.Town, order, commands => commands.PressAsync(order.As, order.Message, order.Name, cancellationToken), cancellationToken),
            "submit" => await AskAsync(stage.Town, order, commands => commands.SubmitAsync(order.As, order.Channel, order.Name, order.Fields, cancellationToken), cancellationToken),
            "choose" => await AskAsync(stage.Town, order, commands => commands.ChooseAsync(order.As, order.Message, order.Name, cancellationToken), cancellationToken),
            _ => Move(what, order, stage),
        };
    }

    private static PlaygroundResult? Move(string what, PlaygroundOrder order, PlaygroundStage stage)
    {
        switch (what)
        {
            case "jump":
                stage.Driver.JumpToNext();
                return new PlaygroundResult();
            case "speed":
                stage.Town.Clock.Speed = order.Speed;
                return new PlaygroundResult();
            case "talk":
                stage.Talk.Switch(order.IsOn);
                return new PlaygroundResult();
            default:
                return null;
        }
    }

    private static async Task<PlaygroundResult?> WriteAsync(PlaygroundOrder order, PlaygroundTown town, CancellationToken cancellationToken)
    {
        var text = order.Text.Trim();
        if (text.StartsWith(CommandUsage.Everybody, StringComparison.Ordinal))
        {
            return await AskAsync(town, order, commands => commands.TypeAsync(order.As, order.Channel, text, cancellationToken), cancellationToken);
        }

        return await town.WriteAsync(order.As, order.Channel, text, order.ReplyTo, order.Thread, cancellationToken) is { } written ? new PlaygroundResult(written.Number) : null;
    }

    private static async Task<PlaygroundResult?> AskAsync(PlaygroundTown town, PlaygroundOrder order, Func<PlaygroundCommands, Task<PlaygroundAnswer>> ask, CancellationToken cancellationToken) =>
        await town.AskAsync(commands => ask(commands.In(order.Language)), cancellationToken) is { IsRefused: false } answer ? PlaygroundResult.Of(answer) : null;
}
