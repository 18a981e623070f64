import django.db.models.deletion
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

import heritage.geometry.systems


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("heritage", "0003_relocation_gates"),
        ("media", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(unique=True, verbose_name="number")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("user_id", models.BigIntegerField(null=True, verbose_name="key of the user")),
                ("user_words", models.CharField(blank=True, max_length=200, verbose_name="user")),
                ("action", models.CharField(max_length=100, verbose_name="action")),
                ("model", models.CharField(max_length=100, verbose_name="kind of row")),
                ("object_id", models.CharField(max_length=64, verbose_name="key of the row")),
                ("label", models.CharField(blank=True, max_length=255, verbose_name="row")),
                ("collection_id", models.BigIntegerField(null=True, verbose_name="jurisdiction")),
                ("data", models.JSONField(default=dict, verbose_name="particulars")),
                ("previous", models.CharField(max_length=64, verbose_name="seal of the row before")),
                ("digest", models.CharField(max_length=64, verbose_name="seal")),
            ],
            options={
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit entries",
                "ordering": ["number"],
                "indexes": [models.Index(fields=["model", "object_id"], name="heritage_audit_object")],
            },
        ),
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("secret_digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked at")),
                ("last_read_on", models.DateField(blank=True, null=True, verbose_name="last read on")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendar_feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("user",),
                        name="heritage_one_calendar_feed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DesignationPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("marker", "Photograph of the marker"),
                            ("features", "Artistic and historical features, age and rarity"),
                            ("technical", "Technical papers"),
                            ("use", "Present use and changes of ownership"),
                            ("repairs", "Papers of repairs and fittings"),
                            ("measurement", "Measured survey"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="file",
                    ),
                ),
                (
                    "move",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="heritage.designationmove",
                    ),
                ),
            ],
            options={
                "verbose_name": "paper of a historic building",
                "verbose_name_plural": "papers of historic buildings",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("move", "kind"), name="heritage_designation_paper_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Intervention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("build_in_zone", "Construction in the protection zone"),
                            ("design_in_control", "Design of a project in the construction control zone"),
                            ("in_situ", "Measures of in-situ conservation"),
                            ("relocate", "Relocation to another place"),
                            ("demolish", "Demolition"),
                            ("repair", "Repair (conservation works)"),
                            ("change_use", "Change of use, state-owned"),
                            ("transfer", "Transfer, mortgage or change of use, not state-owned"),
                            ("archaeology", "Archaeology before the land is transferred"),
                            ("alter_exterior", "Exterior works, installations, change of structure or use"),
                        ],
                        max_length=20,
                        verbose_name="what is applied for",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("description", models.TextField(blank=True, verbose_name="what is to be done, and why")),
                ("applicant", models.CharField(max_length=160, verbose_name="applicant")),
                ("applied_on", models.DateField(verbose_name="applied on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("superior_opinion", "Opinion of the superior on file"),
                            ("approved", "Approved"),
                            ("rejected", "Not approved"),
                            ("executing", "Being carried out"),
                            ("completed", "Completed"),
                            ("verified", "Accepted"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=20,
                        verbose_name="legal identity when submitted",
                    ),
                ),
                (
                    "authority",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("county_department", "Cultural-relics department of the county"),
                            ("county_government", "Government of the county"),
                            ("city_government", "Government of the city or prefecture"),
                            ("city_department", "Cultural-relics department of the city or prefecture"),
                            ("provincial_department", "Cultural-relics department of the province"),
                            ("provincial_government", "Government of the province"),
                            ("state_council", "State Council"),
                            ("state_department", "Department of the State Council"),
                            ("local_ecology", "Ecology department of the county or city"),
                            ("provincial_ecology", "Ecology department of the province"),
                            ("planning", "Planning department of the city or county"),
                            ("provincial_protection", "Protection department appointed by the province"),
                            ("provincial_industry", "Industry department of the province"),
                            ("central_enterprise", "Headquarters of a central enterprise"),
                            ("other", "Another body"),
                        ],
                        editable=False,
                        max_length=24,
                        verbose_name="decides",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="the application, as an uploaded file",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interventions",
                        to="heritage.relocationcase",
                        verbose_name="relocation case",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "component",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interventions",
                        to="heritage.component",
                        verbose_name="component",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="entered by",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interventions",
                        to="heritage.heritagesite",
                        verbose_name="heritage site",
                    ),
                ),
            ],
            options={
                "verbose_name": "intervention",
                "verbose_name_plural": "interventions",
                "ordering": ["-applied_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind", "demolish"), ("level", "national"), _negated=True),
                        name="heritage_intervention_no_national_demolition",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Find",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.TextField(verbose_name="what was found")),
                ("reported_by", models.CharField(max_length=160, verbose_name="reported by")),
                ("reported_at", models.DateTimeField(verbose_name="reported at")),
                (
                    "on_site_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="department on site at"),
                ),
                ("opinion_on", models.DateField(blank=True, null=True, verbose_name="opinion given on")),
                (
                    "is_important",
                    models.BooleanField(
                        default=False, verbose_name="important: reported to the State Council's department"
                    ),
                ),
                (
                    "reported_up_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="received by the State Council's department on"
                    ),
                ),
                (
                    "state_opinion_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="opinion of that department given on"
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "opinion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="the opinion, as an uploaded file",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="finds",
                        to="heritage.heritagesite",
                        verbose_name="heritage site",
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="finds",
                        to="heritage.intervention",
                        verbose_name="intervention",
                    ),
                ),
            ],
            options={
                "verbose_name": "find during works",
                "verbose_name_plural": "finds during works",
                "ordering": ["-reported_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("on_site_at", None),
                            ("on_site_at__gte", models.F("reported_at")),
                            _connector="OR",
                        ),
                        name="heritage_find_seen_after_report",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InterventionMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_state", models.CharField(max_length=24, verbose_name="from")),
                ("to_state", models.CharField(max_length=24, verbose_name="to")),
                (
                    "body",
                    models.CharField(blank=True, max_length=160, verbose_name="drawn up or verified by"),
                ),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="happened on")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                ("conditions", models.TextField(blank=True, verbose_name="conditions of the approval")),
                (
                    "licence",
                    models.CharField(blank=True, max_length=80, verbose_name="conservation works licence"),
                ),
                (
                    "receiver",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="collecting institution of salvaged parts"
                    ),
                ),
                (
                    "is_nothing_salvaged",
                    models.BooleanField(default=False, verbose_name="no part was worth collecting"),
                ),
                ("is_agreed", models.BooleanField(blank=True, null=True, verbose_name="the superior agrees")),
                (
                    "approval",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="approval of the cultural-relics department",
                    ),
                ),
                (
                    "decree",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="heritage.decree",
                        verbose_name="decree",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="receipt of the collecting institution",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="report or plan",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="heritage.intervention",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of an intervention",
                "verbose_name_plural": "steps of interventions",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Nomination",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("applicant", models.CharField(max_length=160, verbose_name="owner who applies")),
                (
                    "name_as_listed",
                    models.CharField(blank=True, max_length=160, verbose_name="name as listed"),
                ),
                ("core_items_words", models.TextField(blank=True, verbose_name="core items as listed")),
                ("batch", models.CharField(blank=True, max_length=40, verbose_name="batch")),
                ("publicised_from", models.DateField(blank=True, null=True, verbose_name="publicised from")),
                ("publicised_to", models.DateField(blank=True, null=True, verbose_name="publicised until")),
                ("plaque_on", models.DateField(blank=True, null=True, verbose_name="plaque awarded on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("applied", "Applied for"),
                            ("recommended", "Recommended"),
                            ("reviewed", "Reviewed by experts"),
                            ("site_checked", "Checked on site"),
                            ("publicised", "Publicised for objections"),
                            ("designated", "Designated"),
                            ("rejected", "Rejected"),
                            ("revoked", "Revoked"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=16,
                        verbose_name="state",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="Internal; never published.", verbose_name="note for officers"
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "core_items",
                    models.ManyToManyField(
                        blank=True,
                        related_name="nominations",
                        to="heritage.component",
                        verbose_name="core items",
                    ),
                ),
                (
                    "designation",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="heritage.designation",
                        verbose_name="designation",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="heritage.heritagesite",
                        verbose_name="heritage site",
                    ),
                ),
            ],
            options={
                "verbose_name": "nomination as National Industrial Heritage",
                "verbose_name_plural": "nominations as National Industrial Heritage",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publicised_from", None),
                            ("publicised_to", None),
                            ("publicised_to__gte", models.F("publicised_from")),
                            _connector="OR",
                        ),
                        name="heritage_nomination_dates_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnualReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("submitted_on", models.DateField(verbose_name="submitted on")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="the report, as an uploaded file",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annual_reports",
                        to="heritage.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "annual report",
                "verbose_name_plural": "annual reports",
                "ordering": ["year"],
                "constraints": [
                    models.UniqueConstraint(fields=("nomination", "year"), name="heritage_annual_report_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="NominationMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_state", models.CharField(max_length=24, verbose_name="from")),
                ("to_state", models.CharField(max_length=24, verbose_name="to")),
                (
                    "body",
                    models.CharField(blank=True, max_length=160, verbose_name="drawn up or verified by"),
                ),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="happened on")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                ("reason", models.TextField(blank=True, verbose_name="grounds in words")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="confirmed on")),
                (
                    "approval",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="approval of the cultural-relics department",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "decree",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="heritage.decree",
                        verbose_name="decree",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="report or plan",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="second person",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="heritage.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a nomination",
                "verbose_name_plural": "steps of nominations",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("returned", "Something was returned to me"),
                            ("waiting", "Something waits for my review"),
                            ("due", "Something falls due"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("key", models.CharField(max_length=120, verbose_name="what it is about")),
                ("label", models.CharField(max_length=255, verbose_name="of")),
                ("particulars", models.JSONField(default=dict, verbose_name="particulars")),
                ("address", models.CharField(max_length=300, verbose_name="where to go")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read at")),
                ("mailed_at", models.DateTimeField(blank=True, null=True, verbose_name="mailed at")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["user", "read_at"], name="heritage_notices_unread")],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "kind", "key"), name="heritage_notice_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("returned", "Something was returned to me"),
                            ("waiting", "Something waits for my review"),
                            ("due", "Something falls due"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("in_cms", models.BooleanField(default=True, verbose_name="here")),
                ("by_mail", models.BooleanField(default=True, verbose_name="by e-mail")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_choices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("user", "kind"), name="heritage_notice_choice_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PolicyProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("noted_on", models.DateField(verbose_name="as of")),
                ("words", models.TextField(verbose_name="progress")),
                ("noted_at", models.DateTimeField(auto_now_add=True, verbose_name="noted at")),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="file",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="heritage.policytask",
                        verbose_name="policy task",
                    ),
                ),
            ],
            options={
                "verbose_name": "progress of a policy task",
                "verbose_name_plural": "progress of policy tasks",
                "ordering": ["-noted_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="QualityFlag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("no_evidence", "No evidence"),
                            ("outside_division", "Coordinates outside the division"),
                            ("dates_contradict", "Dates that contradict each other"),
                            ("decree_no_number", "Decree without its number"),
                            ("decree_no_file", "Decree without its file"),
                            ("resembles", "Resembles another site nearby"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("field", models.CharField(blank=True, max_length=60, verbose_name="field")),
                ("key", models.CharField(blank=True, max_length=80, verbose_name="what it is about")),
                ("particulars", models.JSONField(default=dict, verbose_name="particulars")),
                ("found_at", models.DateTimeField(auto_now_add=True, verbose_name="found at")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                (
                    "answer",
                    models.CharField(blank=True, max_length=300, verbose_name="why it is right as it is"),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="heritage.heritagesite",
                        verbose_name="the other site",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quality_flags",
                        to="heritage.heritagesite",
                        verbose_name="heritage site",
                    ),
                ),
            ],
            options={
                "verbose_name": "quality flag",
                "verbose_name_plural": "quality flags",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["collection", "answered_at"], name="heritage_flags_open")],
                "constraints": [
                    models.UniqueConstraint(fields=("site", "kind", "key"), name="heritage_quality_flag_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="RecognitionMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_state", models.CharField(max_length=24, verbose_name="from")),
                ("to_state", models.CharField(max_length=24, verbose_name="to")),
                (
                    "body",
                    models.CharField(blank=True, max_length=160, verbose_name="drawn up or verified by"),
                ),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="happened on")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                ("reason", models.TextField(blank=True, verbose_name="grounds in words")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="confirmed on")),
                (
                    "approval",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="approval of the cultural-relics department",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "decree",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="heritage.decree",
                        verbose_name="decree",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="report or plan",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="second person",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recognition_moves",
                        to="heritage.heritagesite",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of recognition",
                "verbose_name_plural": "steps of recognition",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SiteMerge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("moved", models.JSONField(default=dict, editable=False, verbose_name="what was moved")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="undone at")),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges",
                        to="heritage.heritagesite",
                        verbose_name="kept",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "merged",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_into",
                        to="heritage.heritagesite",
                        verbose_name="merged",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="second person",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
            ],
            options={
                "verbose_name": "merge of two sites",
                "verbose_name_plural": "merges of sites",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("merged")), _negated=True),
                        name="heritage_merge_two_sites",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("made_by", models.F("second")), _negated=True),
                        name="heritage_merge_two_people",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)),
                        fields=("merged",),
                        name="heritage_merged_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Zone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "typed_shape",
                    models.TextField(
                        blank=True,
                        help_text="Internal, even where the exact point is shown to the public. Draw it, or give GeoJSON, or one point a line; for an area repeat the first point at the end, a blank line begins another part.",
                        verbose_name="line or area",
                    ),
                ),
                (
                    "shape_system",
                    models.CharField(
                        blank=True,
                        choices=heritage.geometry.systems.system_choices,
                        max_length=20,
                        verbose_name="coordinate system of the line or area",
                    ),
                ),
                (
                    "shape",
                    models.JSONField(
                        blank=True,
                        default=None,
                        editable=False,
                        null=True,
                        verbose_name="line or area (GeoJSON, WGS 84)",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("body", "Extent of the relic"),
                            ("protection", "Protection zone"),
                            ("control", "Construction control zone"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True,
                        help_text="四至, as the decree describes them.",
                        verbose_name="limits in words",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="in force from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force until")),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="Internal; never published.", verbose_name="note for officers"
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "decree",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zones",
                        to="heritage.decree",
                        verbose_name="decree",
                    ),
                ),
                (
                    "designation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zones",
                        to="heritage.designation",
                        verbose_name="designation",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zones",
                        to="heritage.heritagesite",
                        verbose_name="heritage site",
                    ),
                ),
            ],
            options={
                "verbose_name": "zone",
                "verbose_name_plural": "zones",
                "ordering": ["site", "kind", "-valid_from", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("shape__isnull", True),
                            models.Q(("shape_system", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="heritage_zone_shape_is_declared",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="heritage_zone_dates_in_order",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to", None)),
                        fields=("site", "kind"),
                        name="heritage_zone_one_in_force",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FulfilledDuty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("zone", "Protection zone"),
                            ("marker", "Marker with its description"),
                            ("archive", "Record archive"),
                            ("custodian", "Responsible body or person"),
                            ("filing", "Filing of the announcement with the authority above"),
                        ],
                        max_length=12,
                        verbose_name="what was done",
                    ),
                ),
                ("done_on", models.DateField(verbose_name="done on")),
                (
                    "body",
                    models.CharField(
                        blank=True,
                        help_text="Who erected the marker, keeps the archive, is responsible, or received the filing.",
                        max_length=160,
                        verbose_name="who",
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True,
                        help_text="The words of the marker, the volumes of the archive.",
                        verbose_name="in words",
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "designation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fulfilled_duties",
                        to="heritage.designation",
                        verbose_name="designation",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="media.attachment",
                        verbose_name="evidence",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fulfilled_duties",
                        to="heritage.zone",
                        verbose_name="zone",
                    ),
                ),
            ],
            options={
                "verbose_name": "duty done",
                "verbose_name_plural": "duties done",
                "ordering": ["designation", "duty", "done_on", "pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="designation",
            name="heritage_one_legal_identity_of_site",
        ),
        migrations.RemoveConstraint(
            model_name="designation",
            name="heritage_one_legal_identity_of_component",
        ),
        migrations.RemoveConstraint(
            model_name="designation",
            name="heritage_designation_has_decree",
        ),
        migrations.RemoveConstraint(
            model_name="designation",
            name="heritage_designation_unknown_level_not_in_force",
        ),
        migrations.AddField(
            model_name="heritagesite",
            name="recognition_until_confirmed",
            field=models.CharField(
                blank=True,
                choices=[
                    ("not_recorded", "No recognition paper known"),
                    ("clue", "Lead (not public)"),
                    ("investigating", "Under investigation"),
                    ("recognised", "Recognised"),
                    ("not_recognised", "Not recognised"),
                    ("provincial_ruling", "Under provincial ruling"),
                    ("lost_before_recognition", "Lost before recognition"),
                ],
                editable=False,
                max_length=24,
                verbose_name="recognition still told until confirmed",
            ),
        ),
        migrations.AddField(
            model_name="survey",
            name="shape",
            field=models.JSONField(
                blank=True,
                default=None,
                editable=False,
                null=True,
                verbose_name="line or area (GeoJSON, WGS 84)",
            ),
        ),
        migrations.AddField(
            model_name="survey",
            name="shape_system",
            field=models.CharField(
                blank=True,
                choices=heritage.geometry.systems.system_choices,
                max_length=20,
                verbose_name="coordinate system of the line or area",
            ),
        ),
        migrations.AddField(
            model_name="survey",
            name="typed_shape",
            field=models.TextField(
                blank=True,
                help_text="Internal, even where the exact point is shown to the public. Draw it, or give GeoJSON, or one point a line; for an area repeat the first point at the end, a blank line begins another part.",
                verbose_name="line or area",
            ),
        ),
        migrations.AlterField(
            model_name="decree",
            name="authority",
            field=models.CharField(
                blank=True,
                choices=[
                    ("county_department", "Cultural-relics department of the county"),
                    ("county_government", "Government of the county"),
                    ("city_government", "Government of the city or prefecture"),
                    ("city_department", "Cultural-relics department of the city or prefecture"),
                    ("provincial_department", "Cultural-relics department of the province"),
                    ("provincial_government", "Government of the province"),
                    ("state_council", "State Council"),
                    ("state_department", "Department of the State Council"),
                    ("local_ecology", "Ecology department of the county or city"),
                    ("provincial_ecology", "Ecology department of the province"),
                    ("planning", "Planning department of the city or county"),
                    ("provincial_protection", "Protection department appointed by the province"),
                    ("provincial_industry", "Industry department of the province"),
                    ("central_enterprise", "Headquarters of a central enterprise"),
                    ("other", "Another body"),
                ],
                help_text="Decides what this paper can bring about.",
                max_length=24,
                verbose_name="kind of issuing body",
            ),
        ),
        migrations.AlterField(
            model_name="designation",
            name="status",
            field=models.CharField(
                choices=[
                    ("candidate", "Candidate"),
                    ("in_force", "In force"),
                    ("component_lost", "In force, part lost"),
                    ("superseded", "Superseded by a higher level"),
                    ("destroyed", "Destroyed"),
                    ("relocated", "Relocated"),
                    ("revoked", "Revoked"),
                    ("converted", "Converted to a relic"),
                    ("documented", "In force, marked and documented"),
                    ("demolished", "Demolished with approval"),
                    ("to_verify", "To be verified"),
                ],
                max_length=16,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="designation",
            name="status_until_confirmed",
            field=models.CharField(
                blank=True,
                choices=[
                    ("candidate", "Candidate"),
                    ("in_force", "In force"),
                    ("component_lost", "In force, part lost"),
                    ("superseded", "Superseded by a higher level"),
                    ("destroyed", "Destroyed"),
                    ("relocated", "Relocated"),
                    ("revoked", "Revoked"),
                    ("converted", "Converted to a relic"),
                    ("documented", "In force, marked and documented"),
                    ("demolished", "Demolished with approval"),
                    ("to_verify", "To be verified"),
                ],
                editable=False,
                max_length=16,
                verbose_name="status still told until confirmed",
            ),
        ),
        migrations.AlterField(
            model_name="designationmove",
            name="from_status",
            field=models.CharField(
                blank=True,
                choices=[
                    ("candidate", "Candidate"),
                    ("in_force", "In force"),
                    ("component_lost", "In force, part lost"),
                    ("superseded", "Superseded by a higher level"),
                    ("destroyed", "Destroyed"),
                    ("relocated", "Relocated"),
                    ("revoked", "Revoked"),
                    ("converted", "Converted to a relic"),
                    ("documented", "In force, marked and documented"),
                    ("demolished", "Demolished with approval"),
                    ("to_verify", "To be verified"),
                ],
                max_length=16,
                verbose_name="from",
            ),
        ),
        migrations.AlterField(
            model_name="designationmove",
            name="to_status",
            field=models.CharField(
                choices=[
                    ("candidate", "Candidate"),
                    ("in_force", "In force"),
                    ("component_lost", "In force, part lost"),
                    ("superseded", "Superseded by a higher level"),
                    ("destroyed", "Destroyed"),
                    ("relocated", "Relocated"),
                    ("revoked", "Revoked"),
                    ("converted", "Converted to a relic"),
                    ("documented", "In force, marked and documented"),
                    ("demolished", "Demolished with approval"),
                    ("to_verify", "To be verified"),
                ],
                max_length=16,
                verbose_name="to",
            ),
        ),
        migrations.AddConstraint(
            model_name="designation",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("component", None),
                    ("is_exclusive", True),
                    ("status__in", ("in_force", "component_lost", "relocated", "documented")),
                ),
                fields=("site",),
                name="heritage_one_legal_identity_of_site",
            ),
        ),
        migrations.AddConstraint(
            model_name="designation",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("component__isnull", False),
                    ("is_exclusive", True),
                    ("status__in", ("in_force", "component_lost", "relocated", "documented")),
                ),
                fields=("component",),
                name="heritage_one_legal_identity_of_component",
            ),
        ),
        migrations.AddConstraint(
            model_name="designation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("origin", "reported"),
                    ("decree__isnull", False),
                    ("status", "candidate"),
                    _connector="OR",
                ),
                name="heritage_designation_has_decree",
            ),
        ),
        migrations.AddConstraint(
            model_name="designation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status__in", ("in_force", "component_lost", "relocated", "documented")),
                        _negated=True,
                    ),
                    models.Q(("level", "unknown"), _negated=True),
                    _connector="OR",
                ),
                name="heritage_designation_unknown_level_not_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("shape__isnull", True), models.Q(("shape_system", ""), _negated=True), _connector="OR"
                ),
                name="heritage_survey_shape_is_declared",
            ),
        ),
        migrations.AddField(
            model_name="component",
            name="approved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="fates",
                to="heritage.intervention",
                verbose_name="approval of the move or demolition",
            ),
        ),
        migrations.AddIndex(
            model_name="heritagesite",
            index=models.Index(fields=["latitude", "longitude"], name="heritage_site_place"),
        ),
    ]
