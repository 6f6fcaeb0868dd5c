using System.Text.Json;
using System.Text.Json.Nodes;
using EngageBot.Slack;
using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;
using EngageBot.Slack.Validation;

namespace EngageBot.Tests.Slack.Blocks;

public sealed class BlockTests
{
    private static readonly Option One = new(new PlainText("One"), "1");

    public static TheoryData<string, Block> TooMuch => new()
    {
        { "text of a section", new SectionBlock { Text = new MrkdwnText(Long(3_001)) } },
        { "text of a section", new SectionBlock { Text = new MrkdwnText("") } },
        { "neither", new SectionBlock() },
        { "fields", new SectionBlock { Fields = [.. Enumerable.Repeat(new PlainText("x"), 11)] } },
        { "field of a section", new SectionBlock { Fields = [new PlainText(Long(2_001))] } },
        { "header", new HeaderBlock { Text = new PlainText(Long(151)) } },
        { "context", new ContextBlock { Elements = [.. Enumerable.Repeat(new MrkdwnText("x"), 11)] } },
        { "elements", new ActionsBlock { Elements = [.. Enumerable.Range(0, 26).Select(number => Button($"{number}"))] } },
        { "same action id", new ActionsBlock { Elements = [Button("a"), Button("a")] } },
        { "action id", new ActionsBlock { Elements = [Button(Long(256))] } },
        { "text of a button", new ActionsBlock { Elements = [new ButtonElement("a") { Text = new PlainText(Long(76)) }] } },
        { "value of a button", new ActionsBlock { Elements = [Button("a") with { Value = Long(2_001) }] } },
        { "question back", new ActionsBlock { Elements = [Button("a") with { Confirm = new ConfirmationDialog(new PlainText("?"), new PlainText("?"), new PlainText(Long(31)), new PlainText("no")) }] } },
        { "options", new ActionsBlock { Elements = [new OverflowElement("a") { Options = [One, One, One, One, One, One] }] } },
        { "options", new ActionsBlock { Elements = [new StaticSelectElement("a") { Options = [] }] } },
        { "value of an option", new ActionsBlock { Elements = [new StaticSelectElement("a") { Options = [new Option(new PlainText("x"), Long(151))] }] } },
        { "placeholder", new ActionsBlock { Elements = [new UsersSelectElement("a") { Placeholder = new PlainText(Long(151)) }] } },
        { "length of a field", new InputBlock { Label = new PlainText("x"), Element = new PlainTextInputElement("a") { MaxLength = 3_001 } } },
        { "picture", new ImageBlock { AltText = "x" } },
        { "id of a block", new DividerBlock { BlockId = Long(256) } },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void What_Slack_would_refuse_is_refused_before_it_is_sent(string complaint, Block block)
    {
        var fault = Assert.Throws<InvalidRequestException>(() => BlockRules.Validate([block], SlackLimits.BlocksPerMessage));
        Assert.Contains(complaint, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_just_as_much_as_Slack_takes_is_sent()
    {
        BlockRules.Validate(
            [
                new SectionBlock { Text = new MrkdwnText(Long(3_000)), Accessory = Button(Long(255)) with { Value = Long(2_000), Text = new PlainText(Long(75)) } },
                new HeaderBlock { Text = new PlainText(Long(150)) },
                new ActionsBlock { Elements = [new StaticSelectElement("a") { Options = [.. Enumerable.Repeat(One, 100)] }] },
                .. Enumerable.Repeat(new DividerBlock(), 47),
            ],
            SlackLimits.BlocksPerMessage);
        Assert.Throws<InvalidRequestException>(() => BlockRules.Validate([.. Enumerable.Repeat(new DividerBlock(), 51)], SlackLimits.BlocksPerMessage));
    }

    [Fact]
    public void Blocks_are_written_as_Slack_names_them()
    {
        IReadOnlyList<Block> blocks =
        [
            new SectionBlock { Text = new MrkdwnText("*hi*"), Accessory = Button("a") with { Style = ButtonStyle.Danger } },
            new ContextBlock { Elements = [new ImageElement("https://x/y.png", "y"), new PlainText("z")] },
            new InputBlock { BlockId = "b", Label = new PlainText("Name"), Element = new PlainTextInputElement("in") { Multiline = true } },
            new DividerBlock(),
        ];
        var expected = JsonNode.Parse(
            """
            [{"type":"section","text":{"type":"mrkdwn","text":"*hi*","verbatim":true},
              "accessory":{"type":"button","action_id":"a","text":{"type":"plain_text","text":"Yes","emoji":true},"style":"danger"}},
             {"type":"context","elements":[{"type":"image","image_url":"https://x/y.png","alt_text":"y"},{"type":"plain_text","text":"z","emoji":true}]},
             {"type":"input","block_id":"b","label":{"type":"plain_text","text":"Name","emoji":true},"element":{"type":"plain_text_input","action_id":"in","multiline":true},"optional":false},
             {"type":"divider"}]
            """);

        var written = JsonNode.Parse(JsonSerializer.Serialize(blocks, SlackJson.Default.IReadOnlyListBlock));

        Assert.True(JsonNode.DeepEquals(expected, written), written!.ToJsonString());
    }

    [Fact]
    public void A_form_is_written_and_one_with_fields_but_no_way_to_send_it_refused()
    {
        var form = new ModalView
        {
            Title = new PlainText("Rules"),
            Submit = new PlainText("Save"),
            Blocks = [new InputBlock { Label = new PlainText("x"), Element = new ChannelsSelectElement("c") }],
        };
        ViewRules.Validate(form);
        Assert.StartsWith("{\"type\":\"modal\",", JsonSerializer.Serialize(form, SlackJson.Default.ViewProperties), StringComparison.Ordinal);

        Assert.Throws<InvalidRequestException>(() => ViewRules.Validate(form with { Submit = null }));
        Assert.Throws<InvalidRequestException>(() => ViewRules.Validate(form with { Title = new PlainText(Long(25)) }));
        Assert.Throws<InvalidRequestException>(() => ViewRules.Validate(form with { PrivateMetadata = Long(3_001) }));
        Assert.Throws<InvalidRequestException>(() => ViewRules.Validate(new HomeView { Blocks = [.. Enumerable.Repeat(new DividerBlock(), 101)] }));
    }

    [Fact]
    public void Acknowledgements_say_what_Slack_expects()
    {
        Assert.Equal("""{"response_action":"errors","errors":{"b":"too long"}}""", Text(new AckPayload.Errors(new Dictionary<string, string> { ["b"] = "too long" })));
        Assert.Equal("""{"response_action":"clear"}""", Text(new AckPayload.Clear()));
        Assert.Equal("""{"options":[]}""", Text(new AckPayload.Options([])));
        var answer = JsonNode.Parse(Text(new AckPayload.Message(new ResponseMessage { Text = "done" })))!;
        Assert.Equal(("done", "ephemeral", "none", false), ((string?)answer["text"], (string?)answer["response_type"], (string?)answer["parse"], (bool)answer["link_names"]!));
        Assert.Throws<InvalidRequestException>(() => new AckPayload.Message(new ResponseMessage()).ToJson());
    }

    private static string Text(AckPayload payload) => System.Text.Encoding.UTF8.GetString(payload.ToJson().Span);

    private static ButtonElement Button(string actionId) => new(actionId) { Text = new PlainText("Yes") };

    private static string Long(int length) => new('x', length);
}
