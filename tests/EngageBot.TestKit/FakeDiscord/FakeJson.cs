using System.Globalization;
using System.Text.Json.Nodes;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Things as Discord's API answers with them: every field its description asks for.</summary>
internal static class FakeJson
{
    public static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    public static JsonObject User(Snowflake id, string name, bool isBot = false) => Parse(
        $$"""{"id":"{{id}}","avatar":null,"discriminator":"0","public_flags":0,"flags":0,"global_name":null,"primary_guild":null,"bot":{{Lower(isBot)}}}""")
        .With("username", name);

    public static JsonObject Member(JsonObject user, DateTimeOffset joinedAt) => Parse(
        $$"""
        {"avatar":null,"banner":null,"communication_disabled_until":null,"flags":0,"joined_at":"{{Time(joinedAt)}}","nick":null,"pending":false,
        "premium_since":null,"roles":[],"mute":false,"deaf":false}
        """).With("user", user);

    public static JsonObject Role(Snowflake id, string name, Permissions permissions) => Parse(
        $$"""
        {"id":"{{id}}","permissions":"{{(ulong)permissions}}","position":0,"color":0,"colors":{"primary_color":0,"secondary_color":null,
        "tertiary_color":null},"hoist":false,"managed":false,"mentionable":false,"icon":null,"unicode_emoji":null,"flags":0}
        """).With("name", name);

    public static JsonObject Guild(Snowflake id, string name, Snowflake owner) => Parse(
        $$"""
        {"id":"{{id}}","icon":null,"description":null,"home_header":null,"splash":null,"discovery_splash":null,"features":["COMMUNITY"],"banner":null,
        "owner_id":"{{owner}}","application_id":null,"region":"deprecated","afk_channel_id":null,"afk_timeout":300,"system_channel_id":null,
        "system_channel_flags":0,"widget_enabled":false,"widget_channel_id":null,"verification_level":1,"roles":[],"default_message_notifications":1,
        "mfa_level":0,"explicit_content_filter":2,"max_presences":null,"max_members":500000,"max_stage_video_channel_users":50,
        "max_video_channel_users":25,"vanity_url_code":null,"premium_tier":0,"premium_subscription_count":0,"preferred_locale":"en-US",
        "rules_channel_id":null,"safety_alerts_channel_id":null,"public_updates_channel_id":null,"premium_progress_bar_enabled":false,"nsfw":false,
        "nsfw_level":0,"emojis":[],"stickers":[],"incidents_data":null}
        """).With("name", name);

    public static JsonObject MyGuild(JsonObject guild) => Parse(
        $$"""{"id":"{{guild["id"]}}","icon":null,"banner":null,"owner":false,"permissions":"2251799813685247","features":["COMMUNITY"]}""")
        .With("name", guild["name"]!.DeepClone());

    public static JsonObject Channel(Snowflake id, Snowflake guild, ChannelType type, string name) => Parse(
        $$"""
        {"id":"{{id}}","type":{{(int)type}},"guild_id":"{{guild}}","flags":0,"position":0,"permission_overwrites":[],"parent_id":null,"nsfw":false,
        "rate_limit_per_user":0,"topic":null,"last_message_id":null}
        """).With("name", name);

    public static JsonObject DM(Snowflake id, JsonObject recipient) => Parse(
        $$"""{"id":"{{id}}","type":1,"flags":0,"last_message_id":null}""").With("recipients", new JsonArray(recipient.DeepClone()));

    public static JsonObject Thread(Snowflake id, Snowflake guild, Snowflake parent, ChannelType type, string name, Snowflake owner, DateTimeOffset at) => Parse(
        $$"""
        {"id":"{{id}}","type":{{(int)type}},"guild_id":"{{guild}}","parent_id":"{{parent}}","owner_id":"{{owner}}","flags":0,"last_message_id":null,
        "rate_limit_per_user":0,"message_count":0,"member_count":1,"total_message_sent":0,"thread_metadata":{"archived":false,
        "archive_timestamp":"{{Time(at)}}","auto_archive_duration":1440,"locked":false,"create_timestamp":"{{Time(at)}}"
        }
        }
        """).With("name", name);

    public static JsonObject ThreadMember(Snowflake thread, Snowflake user, DateTimeOffset at) => Parse(
        $$"""{"id":"{{thread}}","user_id":"{{user}}","join_timestamp":"{{Time(at)}}","flags":0}""");

    public static JsonObject Message(Snowflake id, Snowflake channel, JsonObject author, string content, DateTimeOffset at) => Parse(
        $$"""
        {"type":0,"mentions":[],"mention_roles":[],"attachments":[],"embeds":[],"timestamp":"{{Time(at)}}","edited_timestamp":null,"flags":0,
        "components":[],"id":"{{id}}","channel_id":"{{channel}}","pinned":false,"mention_everyone":false,"tts":false}
        """).With("content", content).With("author", author.DeepClone());

    public static JsonObject Application(Snowflake id, ApplicationFlags flags, JsonObject owner) => Parse(
        $$"""
        {"id":"{{id}}","name":"fake","icon":null,"description":"","type":null,"verify_key":"00","flags":{{(int)flags}},"flags_new":"{{(int)flags}}",
        "redirect_uris":[],"interactions_endpoint_url":null,"role_connections_verification_url":null,"approximate_guild_count":1,
        "approximate_user_install_count":0,"approximate_user_authorization_count":0,"explicit_content_filter":0,"team":null,
        "eligible_oauth2_scopes":[]}
        """).With("owner", owner.DeepClone());

    public static JsonObject Command(JsonObject asked, Snowflake id, Snowflake application)
    {
        var permissions = asked["default_member_permissions"];
        var command = asked.DeepClone().AsObject();
        command["id"] = id.ToString();
        command["application_id"] = application.ToString();
        command["version"] = id.ToString();
        command["type"] ??= 1;
        command["description"] ??= "";
        command["default_member_permissions"] = permissions?.ToString();
        return command;
    }

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    public static Snowflake Id(this JsonNode node, string name = "id") => Snowflake.Parse(node[name]!.ToString());

    private static string Lower(bool value) => value ? "true" : "false";
}
