using System.Text.Json;
using EngageBot.Slack.Blocks;
using EngageBot.Slack.Validation;

namespace EngageBot.Slack.Models;

/// <summary>
/// What is said with an acknowledgement, on a socket or as the answer to a request. Whether something may be said depends on what is acknowledged.
/// <see href="https://docs.slack.dev/apis/events-api/using-socket-mode#acknowledge"/>.
/// </summary>
public abstract record AckPayload
{
    private AckPayload()
    {
    }

    /// <summary>As JSON: the body of the answer to a request.</summary>
    /// <exception cref="InvalidRequestException">Something is longer than Slack takes.</exception>
    public abstract ReadOnlyMemory<byte> ToJson();

    /// <summary>Answers a command.</summary>
    public sealed record Message(ResponseMessage Response) : AckPayload
    {
        public override ReadOnlyMemory<byte> ToJson()
        {
            Response.Validate();
            return JsonSerializer.SerializeToUtf8Bytes(Response, SlackJson.Default.ResponseMessage);
        }
    }

    /// <summary>A form stays open, with complaints at its fields.</summary>
    /// <param name="ByBlock">The complaints, by the block's id.</param>
    public sealed record Errors(IReadOnlyDictionary<string, string> ByBlock) : AckPayload
    {
        public override ReadOnlyMemory<byte> ToJson() => Json(new ViewResponse("errors") { Errors = ByBlock });
    }

    /// <summary>Another form takes the place of the one that was sent.</summary>
    public sealed record Update(ModalView View) : AckPayload
    {
        public override ReadOnlyMemory<byte> ToJson() => Json(new ViewResponse("update") { View = View });
    }

    /// <summary>Another form opens above the one that was sent.</summary>
    public sealed record Push(ModalView View) : AckPayload
    {
        public override ReadOnlyMemory<byte> ToJson() => Json(new ViewResponse("push") { View = View });
    }

    /// <summary>All forms close.</summary>
    public sealed record Clear : AckPayload
    {
        public override ReadOnlyMemory<byte> ToJson() => Json(new ViewResponse("clear"));
    }

    /// <summary>What a menu offers, to <see cref="Interactions.BlockSuggestion"/>.</summary>
    public sealed record Options(IReadOnlyList<Option> Offered) : AckPayload
    {
        public override ReadOnlyMemory<byte> ToJson()
        {
            if (Offered.Count > 0)
            {
                ElementRules.Options(SlackLimits.SelectOptions, Offered);
            }

            return JsonSerializer.SerializeToUtf8Bytes(new OptionsResponse(Offered), SlackJson.Default.OptionsResponse);
        }
    }

    private static byte[] Json(ViewResponse response)
    {
        if (response.View is { } view)
        {
            ViewRules.Validate(view);
        }

        return JsonSerializer.SerializeToUtf8Bytes(response, SlackJson.Default.ViewResponse);
    }

    internal sealed record ViewResponse(string ResponseAction)
    {
        public IReadOnlyDictionary<string, string>? Errors { get; init; }

        public ViewProperties? View { get; init; }
    }

    internal sealed record OptionsResponse(IReadOnlyList<Option> Options);
}
