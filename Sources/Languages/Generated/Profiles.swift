// Made by scripts/language-profiles; not to be edited.

extension Profile {
    static let all: [Profile] = [
        en, fr, de, es, it, pt, nl, eo, pl, ru, uk, bg, sv, da, nb, fi, cs, sk, hu, ro, ca, tr, hr, id, vi,
    ]

    private static let en = Profile(
        tag: "en",
        lines: """

            _th|you|_yo|ou_|
            _to|_i_|the|at_|
            re_|ng_|ing|on_|ed_|to_|_co|he_|me_|_do|ot_|_no|is_|ow_|er_|in_|hat|_se|_ar|
            _we|ld_|it_|es_|_re|ll_|are|_wh|uld|oul|_in|_me|thi|not|for|_fo|or_|_wa|ain|ion|le_|tha|ut_|igh|ell|\
            ght|ht_|nd_|et_|_is|ve_|ter|tio|_be|_an|ile|her|_it|_t_|
            _wi|_fi|_of|rea|hin|now|of_|be_|com|all|_go|_ye|we_|my_|_my|out|fil|_ca|ate|_ha|se_|and|nt_|_sh|_us|\
            _ne|ere|ay_|_so|oes|doe|sho|_le|whe|do_|can|ry_|_he|lea|_wo|_di|eve|ink|ave|th_|hou|_ma|
            nk_|ee_|_ab|_un|rig|_ho|kno|orr|_on|ect|ver|_ag|an_|see|ith|abo|ome|rai|bou|ent|aga|gai|wit|_ri|_kn|\
            wha|as_|_ni|yes|nig|ly_|en_|_al|id_|_a_|ste|ati|ne_|ine|te_|ce_|cou|_ta|han|_mo|_tr|his|st_|ase|rro|\
            end|ble|use|ted|_pr|con|_at|_bu|eat|llo|
            rel|tra|_ex|_de|est|ple|cti|lat|ext|umb|one|hen|_la|wor|nin|pen|_s_|_pa|_if|but|if_|_te|_st|nti|app|\
            ill|_ra|abl|_li|min|ini|ned|us_|ame|val|mor|any|_pl|ene|tal|how|unt|_gr|eas|oth|xt_|_sa|ork|hav|ess|\
            ge_|wil|eed|let|res|hel|sen|am_|_op|was|ery|ist|lly|ant|lie|oin|gre|ks_|may|ice|ppe|nex|ns_|ema|sor|\
            rk_|don|ys_|nee|al_|_hi|eli|_ev|sn_|_sl|bel|mot|od_|row|rec|eal|wee|ma_|tom|nks|lla|way|ons|oni|ays|\
            il_|wan|got|til|ts_|ait|wai|nam|nic|did|ep_|eep|_am|cat|esn|bre|day|eek|tel|yet|wou|omi|iev|ek_|cin|\
            hom|rry|_ci|ank|yth|hap|ton|oon|yon|eav|org|ood|hi_|wel|go_|omo|lo_|nyt|goo|la_|lee|nem|lk_|sle|alk|\
            ayb|ybe|rda|_um|erd|goi|say|eet|mee|soo|mbr|rgo|ryo|sta|_ch|_or|
            _lo|ann|ali|_su|_en|lin|int|nno|pec|tor|tin|ead|ch_|ers|_va|dat|ire|loc|set|ort|ran|_na|sio|ins|str|\
            pro|men|per|age|mat|por|tab|ser|de_|ail|_sy|_mu|err|nte|pre|rin|lid|ope|ica|_sp|ad_|ive|red|_si|led|\
            ind|ust|nst|cha|pe_|era|ssi|cte|les|rat|ss_|ata|_da|put|
            _fa|rt_|ack|ore|_as|typ|ult|pti|exp|_ou|ang|ign|ype|sec|def|orm|nge|_fr|omm|eci|spe|_er|par|ont|no_|\
            ifi|ory|sup|dir|ror|ct_|rs_|_by|che|om_|_ke|arg|sin|rom|fie|upp|inv|ren|ue_|tri|act|ode|_ty|iti|ces|\
            opt|oca|key|mus|nva|ove|fro|fai|alu|ize|low|man|nde|_nu|lue|lic|cif|cre|ber|mbe|equ|enc|num|ck_|ppo|\
            ite|rit|ara|pac|_ad|rma|tem|emo|oun|omp|_po|cal|lis|add|tch|din|_cr|sed|reg|exi|_ve|_ba|






            """)

    private static let fr = Profile(
        tag: "fr",
        lines: """
            é|
            _de|_pa|de_|le_|
            re_|on_|_le|_qu|as_|er_|es_|ne_|pas|
            ut_|que|te_|_tu|tu_|ent|is_|ur_|_en|ce_|est|_je|je_|_es|_mo|st_|_ce|nt_|ion|
            à|ue_|par|rai|_se|il_|se_|_la|_co|la_|our|tio|_su|_à_|ais|en_|_il|ain|it_|_pe|ier|_re|men|_ma|ns_|\
            _va|
            cor|che|fic|_n_|_pl|hie|_te|ux_|_d_|eur|in_|_ne|out|_po|mai|_so|moi|qu_|eux|_as|soi|_on|_ch|ich|les|\
            oi_|_un|_no|us_|tre|lle|_dé|_ou|aut|chi|pou|_fi|_in|peu|_ta|ir_|_ve|eut|_di|oir|onn|nco|ien|rou|enc|\
            rs_|ire|
            _l_|ass|è|et_|tou|_sa|_cr|ve_|ine|art|plu|ati|_to|_pr|_me|com|_au|ens|ê|_s_|til|uel|ui_|rt_|sui|ore|\
            rd_|uit|roi|ble|_bo|_do|ema|ç|mon|_ai|_y_|_tr|ai_|cro|ma_|ser|va_|cha|bon|_j_|_ça|ça_|_av|ten|ec_|\
            con|me_|omm|_êt|nde|lis|êtr|tte|_et|des|ave|cti|un_|ans|nne|ure|res|nti|_ar|pro|per|sse|ive|tra|sup|\
            au_|ouv|vec|dan|_si|ite|ez_|
            ie_|du_|ren|ill|end|uve|son|leu|att|oit|ous|he_|ara|mme|tro|_ét|_du|_ac|_da|tai|ors|_at|dre|_li|ell|\
            ère|qui|_ré|jou|uti|lus|ail|rch|ond|si_|une|ant|ait|ect|_bi|pla|ute|ssi|ée_|_vi|fau|sé_|ons|veu|eme|\
            dis|_fa|arc|uis|éta|ge_|ieu|ime|nir|oin|ili|ess|sem|mer|ont|ven|_mi|î|_nu|ibl|roc|val|lé_|age|ses|\
            ple|env|arr|acc|nou|ts_|upe|ard|ist|_ut|cho|nte|dir|dés|pen|bli|ord|mar|nvo|erc|nse|eni|ié_|_ra|_ci|\
            éma|ret|era|rap|ois|ver|dem|pos|_im|sol|ubl|vra|sai|voy|ci_|iné|ter|ifi|_he|ssé|ndr|rri|
            _c_|_ge|yer|iso|ign|iqu|oye|éso|mie|oui|_ex|vie|ise|mpo|tar|lut|oub|_be|_vr|_ro|_vu|eso|uie|_hi|riv|\
            _a_|bes|gen|ose|ali|och|hai|ta_|lui|_où|où_|ù|cin|heu|lié|ira|aît|cco|rci|aim|alu|bie|olé|hos|elq|\
            lqu|etr|ném|ît_|ers|vau|là_|sal|dor|mèr|vu_|njo|onj|_là|apl|_mè|arl|hez|rle|nui|laî|nom|rre|imp|sio|\
            ide|ées|sib|act|oss|_op|ar_|_fo|str|ort|abl|and|ert|cat|rti|rée|ntr|ale|_lo|non|_éc|err|ran|ica|té_|\
            ou_|
            sta|déf|_sy|nce|int|teu|man|rec|ffi|ini|née|ate|ins|isa|don|ind|for|pe_|upp|_er|nné|_ca|air|omp|_af|\
            aff|fin|lid|por|anc|ode|sur|arg|iti|pti|tie|lig|urs|ste|orm|ces|gne|sec|pri|reu|mat|mod|tur|om_|at_|\
            tes|her|tan|tif|typ|és_|_cl|rat|rép|nst|ype|_ap|inc|pre|_ty|opt|ssa|sat|tab|orr|ére|ett|isé|tiv|
            éch|rma|pér|doi|ace|_pu|éri|app|éci|





            """)

    private static let de = Profile(
        tag: "de",
        lines: """
            en_|ich|
            ch_|
            ht_|er_|st_|cht|_da|ir_|_wi|sch|ein|_ic|
            ä|_di|_ni|nic|es_|te_|_du|du_|ü|_ge|as_|_ha|der|_sc|ter|wir|
            _de|on_|ie_|_un|abe|_es|_wa|_mi|_be|in_|den|che|_we|ten|nn_|nd_|ine|ist|ann|_bi|ben|lle|ver|_re|_ei|\
            die|rt_|ges|_zu|das|
            ste|_is|_ab|eic|_me|_in|gen|ier|hen|be_|_ve|oll|ert|lei|von|kan|nde|ei_|_ka|nte|ate|och|ung|geh|dat|\
            _vo|_gl|ut_|_au|end|dir|mei|was|_si|_gu|gut|mir|nen|_ko|ne_|_na|all|aus|tei|ß|
            _so|is_|tte|war|mit|le_|rde|ber|omm|kom|ell|sie|ede|_mu|sse|lau|wie|rge|chi|und|ese|_no|bei|chs|men|\
            wen|aub|ion|len|ehe|zei|_an|ns_|wer|sol|et_|erw|hab|net|ute|rte|sen|_wo|ast|chl|noc|lte|id_|hst|eid|\
            bis|ind|has|ube|da_|_sa|eht|ers|gla|ge_|ere|sag|_pa|nge|_al|ern|zu_|ng_|tio|rwe|tzt|it_|_fü|etz|_er|\
            erd|ren|ach|für|
            ür_|lic|unt|_le|se_|zt_|wei|ö|art|enn|ent|re_|he_|nst|hal|esc|est|ass|_sp|mme|ss_|age|uch|eit|fen|\
            lie|_ne|ess|sin|nac|erg|_fe|ins|auf|itt|ech|rn_|mus|ll_|_gr|_li|ige|uss|rec|ehl|feh|al_|cke|iel|_lo|\
            ken|hat|kon|vie|bes|_tr|bin|pas|mal|_se|llt|zug|ar_|ied|hla|des|ank|tre|kei|hei|reg|nnt|cha|geb|_ke|\
            ebe|bit|äre|rei|ffe|_je|lls|nke|ält|ett|_he|ieb|ref|_vi|gle|org|_br|bra|häl|ag_|sta|_mo|im_|hrt|auc|\
            rau|eut|tt_|_ze|
            ke_|use|_wä|gs_|wan|_lä|ßen|sst|atz|de_|ssi|rm_|ähr|red|ang|tst|los|dan|ick|twa|lst|tz_|hau|ug_|ab_|\
            weg|kli|äch|os_|rkl|_to|irk|cho|_ki|irm|uns|ill|kin|ati|äss|läs|_tu|hir|llo|nma|_st|inm|äte|seh|eff|\
            _ja|no_|hon|_et|_nä|wär|näc|wo_|_hä|lts|dic|etw|eb_|jet|mor|fäh|mut|rd_|gne|ino|_fä|mst|pät|spä|avo|\
            hic|woc|dav|itk|tut|mms|tko|utt|eiß|grü|ja_|wil|iß_|na_|egs|heu|laf|af_|lo_|tol|rüß|egn|nns|üße|tig|\
            ode|uf_|hle|run|and|em_|onn|hre|erz|ird|alt|_en|rze|her|sel|eru|_od|ler|ies|ame|ege|um_|rst|tze|üss|\
            ner|ls_|tel|
            ite|eil|_pr|gab|ur_|for|set|übe|nam|lti|vor|_nu|chn|usg|lis|_ar|akt|_üb|als|el_|eim|ile|one|nis|ser|\
            chr|nt_|tie|lt_|ült|gül|_um|kti|fun|lüs|us_|_im|hlü|tet|_op|eig|geg|ens|gt_|utz|ing|ger|nut|ene|enu|\
            pti|det|pro|hni|ete|at_|isc|zen|ort|ket|wur|_wu|anz|_ak|ien|änd|sti|erh|fer|urd|nne|ngs|
            gef|sei|orm|opt|rie|me_|spe|hl_|_ta|gel|mat|les|its|





            """)

    private static let es = Profile(
        tag: "es",
        lines: """

            _de|_no|os_|_qu|de_|
            _es|no_|ó|es_|en_|ien|que|el_|as_|_se|
            _el|í|est|te_|ue_|do_|ra_|_pa|_lo|la_|me_|lo_|á|_en|_co|ar_|_me|par|_la|_te|
            ón_|mos|ene|se_|_ve|_ma|sta|é|ued|go_|or_|ent|ión|con|_pu|_vi|to_|vie|amo|al_|ro_|_ha|tra|na_|er_|\
            ta_|ne_|ero|
            per|_ca|qui|pue|ció|man|_si|uen|_al|ara|_re|da_|nes|_a_|otr|aci|and|che|dos|_un|ado|abl|stá|ir_|le_|\
            ede|ece|res|_sa|cre|sal|ist|_cr|era|ier|
            rec|_ar|_mu|_bi|_in|_to|uie|noc|tod|ora|on_|ás_|des|esp|ía_|sto|ana|_ll|nto|_di|por|nte|ivo|nda|nos|\
            eni|_po|ría|_ot|_bu|arc|re_|ndo|_ho|erí|has|bie|hor|ez_|vez|vo_|qué|ué_|aví|bue|och|ten|rch|_ti|ica|\
            ble|chi|hiv|ser|spe|tro|_va|_ta|fic|_y_|cia|rma|_fa|_pe|rar|un_|udo|ere|deb|mo_|tab|so_|tá_|tie|min|\
            ce_|erm|rac|
            ces|ebe|ñ|ama|ido|cam|com|ema|_tr|amb|mbi|ada|odo|ion|esi|end|ros|men|ami|tam|_ra|ena|cio|ren|aba|\
            art|str|bla|ita|_pr|mas|del|si_|ine|ale|nde|eso|uer|gen|ame|_mi|_sí|vis|egu|_gr|sit|vid|gra|_ge|mañ|\
            sa_|nec|tre|ntr|ba_|_có|emo|tas|_ne|dig|igo|cas|eda|ias|are|ida|eer|ial|nas|rte|cci|eo_|llo|dar|eno|\
            one|los|_du|_av|_fi|gua|lam|una|mad|ven|ngo|_lu|ola|ree|ter|leg|ber|lid|ino|ast|_ci|rad|oda|aña|alg|\
            _tu|den|nir|avo|vor|fav|sam|_ay|asa|lle|cho|he_|dam|_am|olv|én_|pas|hab|rag|ién|edo|ego|ho_|eng|io_|\
            bié|sie|reo|gue|tu_|lgo|vía|ueg|lue|
            sem|due|_mí|uch|_ir|ovi|vam|sí_|oso|_ah|cóm|dav|dre|ómo|aho|lvi|muy|uy_|adr|izá|uiz|hes|raz|_ol|yo_|\
            ú|alu|só_|tás|azó|zón|muc|uas|rio|dón|dó_|lud|ónd|cin|_dó|mi_|yer|zás|nia|agu|asó|aye|hol|idó|oy_|\
            _sé|mab|sé_|ñan|sot|toy|vem|_yo|mí_|nci|lov|vís|íam|ísa|tos|ont|_us|ect|enc|_ex|car|ifi|_op|cad|las|\
            ali|bre|_so|pro|ina|ste|her|esc|mit|mbr|omb|po_|sió|ato|ma_|ich|nom|tor|ecc|cac|pre|act|áli|tar|_fu|\
            tad|vál|ori|dor|iza|err|reg|ran|dir|ici|ver|
            _o_|ura|_ac|ari|omp|ant|liz|_mo|for|cto|ia_|pud|ire|eci|_su|lic|_er|int|tip|usa|orm|nta|rmi|rea|ini|\
            ca_|pci|tiv|tes|fal|ona|_ob|val|cer|all|rro|_da|les|dat|sec|ecu|fin|arg|ror|ipo|ndi|ea_|egi|mie|pos|\
            inc|opc|ite|_li|nea|olo|lor|_lí|nti|nco|rta|ual|pec|be_|cid|nal|alo|mer|mpo|ase|_cl|_e_|def|cla|ner|\
            ctu|ort|
            ace|ers|





            """)

    private static let it = Profile(
        tag: "it",
        lines: """

            re_|
            _no|_di|ne_|on_|_co|to_|di_|non|
            le_|ti_|per|_se|te_|ent|_pe|che|ra_|_ci|ion|he_|_de|er_|lo_|sa_|ile|are|
            mo_|so_|_ch|il_|_il|_be|la_|ell|one|ene|no_|_st|sta|_an|_do|ci_|nti|ess|ta_|è|_è_|iam|zio|amo|ben|\
            _tr|ma_|_ma|and|con|ve_|ato|sso|_in|_da|ere|man|oss|_ti|
            pos|na_|vo_|_so|_va|_tu|mi_|_fi|_sa|ett|_la|del|ni_|ro_|ser|ai_|azi|ssi|me_|cos|oi_|_po|ica|osa|_pa|\
            io_|tra|_ca|men|se_|_a_|da_|_un|fil|_ri|_nu|llo|_ve|ero|_ne|_vi|tti|_pr|par|_lo|co_|ora|com|anc|_l_|\
            _fa|tar|_cr|nte|cre|_ha|_pi|uov|ore|_al|ima|ver|
            va_|do_|_es|red|ati|art|rmi|_su|nuo|_e_|ome|ove|ist|nda|ovo|rte|dar|dov|dia|uoi|eni|hai|lla|ono|bil|\
            _si|el_|_qu|tro|ire|str|un_|_mo|cor|cat|mpo|ndi|tte|car|ri_|est|eri|_sc|_im|usa|pro|for|sto|_er|_me|\
            era|_ar|_pu|imp|ei_|ia_|si_|son|ibi|spe|ara|_te|ine|orm|dic|ime|
            gli|_ta|ali|_fo|al_|erv|sen|vis|tat|ces|ien|gio|ede|ual|_re|dev|ott|nsi|sar|ase|oma|raz|all|chi|ico|\
            ata|rov|ter|tic|nco|sim|sib|ors|ona|tta|val|in_|bel|ema|cce|tre|vat|ens|_ge|til|gra|_or|qua|der|mmi|\
            fic|ren|ù|rve|ll_|rri|iù_|più|ifi|gen|nch|cia|utt|_gr|riv|des|tut|iva|dim|tim|ano|agi|_vo|reb|via|\
            rel|avv|_as|alc|edi|_le|sal|vuo|set|vie|avo|amm|oni|_vu|tua|_ad|ana|olt|vor|_ra|ard|rem|ebb|bbe|_mi|\
            nel|arr|tas|evo|sia|_bu|ian|be_|uta|eno|pen|ven|not|bre|ape|rdi|ie_|_ho|ten|ovr|rse|rad|ade|rag|oco|\
            ucc|ovi|sio|suc|pet|ost|ani|ua_|cas|mbr|lto|omb|dom|vre|lio|ved|ros|asp|pio|nir|ada|lut|tai|ier|puo|\
            fam|vve|lco|_om|ì|alu|cin|sei|edo|sì_|scu|asa|mol|nto|uon|ogl|adr|cus|tu_|
            dav|_sì|poc|tia|ho_|dre|fav|arm|_i_|nem|buo|sap|noi|li_|_io|emm|zie|ao_|mmo|dor|iao|iov|mia|vog|_ie|\
            mad|ita|ina|pre|att|po_|tor|ca_|una|ura|rat|_us|ric|zza|ste|sse|ame|olo|izz|seg|ont|tto|ito|err|que|\
            ran|ese|nom|sci|ini|agg|por|int|ggi|_sp|lid|_op|mod|ari|lit|rim|za_|fin|res|lle|dat|rma|ori|
            ce_|izi|ndo|rec|sti|pri|min|à|ris|col|ind|_o_|liz|rro|ale|tab|ili|tes|dir|_el|ich|ort|rig|ass|dal|\
            egu|hia|ppo|mer|dei|ice|uto|odi|enz|lic|eci|acc|rea|ry_|ror|ers|dif|it_|tip|cif|rta|nes|ele|ga_|ues|\
            sol|loc|ume|lor|gge|rsi|spo|nzi|_li|cit|pec|tri|ut_|sis|






            """)

    private static let pt = Profile(
        tag: "pt",
        lines: """

            ã|_de|de_|ão_|
            em_|que|_se|te_|do_|_qu|_co|_es|os_|
            _o_|á|não|_nã|_a_|ue_|da_|ra_|ar_|nte|é|ç|_pa|est|
            ent|con|to_|_no|_ma|par|as_|man|com|ado|_ac|ont|_po|or_|_te|se_|ara|tra|_ve|í|_ta|ho_|
            _ca|_pr|ma_|ê|_ch|sa_|vo_|mos|_um|ção|er_|isa|_vo|_di|voc|cê_|ocê|eu_|nda|eci|_do|_fa|and|amo|_be|\
            bem|me_|ha_|na_|ir_|pre|so_|es_|_si|um_|_ar|inh|_in|tar|dos|ten|sta|ora|ivo|ema|_at|_da|sso|min|ro_|\
            qui|stá|_é_|
            tá_|ito|nho|_re|_em|_e_|va_|ite|vis|_en|rqu|_ge|por|_mu|ó|che|arq|ist|sim|fic|uiv|ou_|go_|_vi|ntr|\
            esp|sto|uit|vez|gen|_ho|im_|ez_|ndo|igo|iss|des|mui|_mi|ach|io_|ser|vem|_on|ard|_ou|até|cho|té_|ada|\
            om_|_eu|noi|oit|ia_|_ao|uma|_fo|era|ao_|ica|spe|imp|mo_|_me|men|per|is_|tem|_su|_va|ste|esc|orm|açã|\
            ter|ria|oi_|ta_|nha|fal|_al|rec|dor|_sa|ode|_na|ido|pos|
            _li|pod|el_|ita|vel|nde|ais|tam|rad|ama|end|rar|nco|cha|_fi|enc|ece|co_|_to|eir|ost|ens|raç|sem|eri|\
            _ob|egu|mas|enh|res|aco|cam|_ex|mai|ico|tal|íve|odo|dev|iro|gum|for|tic|rte|anh|ine|ind|_ab|ala|_av|\
            red|ove|dis|ço_|mbo|sar|tod|avi|iga|ém_|ras|cre|obr|nov|uer|al_|ons|ver|imo|tec|art|edi|ns_|ond|bri|\
            abr|oss|amb|cas|out|ava|squ|tim|esq|rig|_am|aço|rda|ess|dig|cul|ocu|hor|utr|ain|_já|já_|ich|ois|rde|\
            alv|vor|à|ome|sív|ovo|hei|gua|ana|ami|avo|pe_|ssí|_à_|_ra|ai_|sai|fav|_is|nsi|lve|gad|dar|nto|sua|\
            ua_|alg|õ|cis|_ag|scu|bém|mbé|pa_|_bo|bra|uem|rio|mpo|_ci|vam|
            sig|gor|ven|lgu|_us|_ai|tou|ões|uar|coi|rme|no_|upe|áti|ida|dit|omb|gos|vir|_ir|nem|acr|gue|cup|udo|\
            ago|lam|_tu|são|oa_|tav|ei_|tud|ifi|oje|raz|ulp|_go|asa|cin|mim|azã|dá_|zão|_dá|_gu|ãe_|uec|boa|sei|\
            ceu|reo|ci_|je_|lpa|hoj|mpá|mãe|uva|_mã|_oi|eoc|heg|hã_|nhã|íam|_ót|boi|chu|eví|hov|huv|oio|pát|vía|\
            óti|_im|ú|cad|pro|nom|iza|ini|car|fin|lid|ina|liz|dad|alh|çõe|ura|_op|efi|po_|_mo|err|def|rma|lin|\
            str|_er|tad|ali|loc|foi|rro|_pe|ere|tiv|áli|tes|vál|cia|omp|
            _ap|ári|inv|int|lo_|usa|ces|oca|das|ame|ve_|_ne|alo|cri|_as|opç|val|pec|nvá|ade|dir|_os|ort|lic|ion|\
            caç|ili|ero|lha|act|re_|nta|lho|óri|erm|ca_|ret|pri|ire|ant|ual|_lo|ros|_so|til|upo|cio|rmi|alt|_tr|\
            la_|nci|cif|






            """)

    private static let nl = Profile(
        tag: "nl",
        lines: """
            en_|et_|
            _he|
            an_|de_|je_|_je|er_|at_|_ge|ik_|het|_ik|_de|iet|
            ten|nie|_be|_we|_ni|is_|van|aar|_wa|_is|een|_va|ver|nd_|
            _ve|gen|der|nde|_da|sta|ijn|jn_|_mo|_me|_mi|dat|_er|ar_|ere|cht|oet|and|ete|_ho|we_|kt_|aan|_al|aat|\
            ren|eer|gel|est|oor|_to|bes|laa|tan|
            den|_in|_ee|ken|_vo|_la|ede|moe|_no|_na|ter|ege|wee|dig|gaa|in_|or_|_ga|ond|heb|oed|mij|ach|sch|_on|\
            ind|_op|ste|_le|rd_|naa|_ka|kan|ig_|ing|ven|ht_|_zo|_ma|te_|erg|lle|geb|ls_|_st|
            _aa|met|ien|ot_|el_|rge|eke|ate|_vi|_re|len|_en|vin|tot|ie_|tre|ard|rek|tie|eg_|og_|ent|als|_te|oe_|\
            nog|ben|waa|rde|hoe|ou_|_fi|_ie|wat|_go|bt_|ebt|goe|_pa|ord|lij|eli|voo|end|erw|reg|_zi|_do|nt_|kke|\
            _ko|uit|ij_|erd|zij|ree|_pr|ove|nge|ijk|chi|ers|maa|om_|_wo|wor|_af|ist|rei|ap_|eld|ng_|mis|
            ert|eel|gro|hte|gev|ukt|vol|luk|erv|hee|wac|ker|_gr|ein|_sl|_wi|rui|ts_|gee|eve|dan|get|kom|eek|jk_|\
            ebr|roe|leu|mee|hie|olg|men|enk|bru|uik|ech|voe|_so|_nu|sla|afs|doe|pre|lge|_ui|lat|hui|par|von|_di|\
            _ze|rat|ok_|hoo|ara|ets|rva|ure|_tr|ek_|kun|eur|ook|stu|_oo|uis|_ku|ebe|rwe|weg|zie|_ke|kee|me_|ee_|\
            odi|sor|nod|ank|as_|ed_|ull|iss|rdi|nen|_bi|es_|wil|ana|tur|ekt|ezi|gis|fil|spr|ied|ati|il_|org|_of|\
            zou|_ec|gez|rg_|ry_|was|rap|nk_|ele|elo|un_|nu_|uk_|of_|_th|ige|_lu|_gi|plu|eb_|orr|rtr|eda|ssc|lek|\
            _zu|bed|zul|_ja|eet|
            urd|beu|_jo|st_|aap|zo_|thu|alw|wet|ekk|pra|fsp|mor|nac|zeg|it_|avo|rry|apl|ja_|lwe|fij|ilm|jou|lm_|\
            nav|euk|hoi|lov|lu_|nkt|oi_|oer|dt_|_co|ge_|ens|op_|wij|all|le_|ijd|al_|tek|rdt|eze|bij|_om|geg|slu|\
            ges|tel|ont|ake|nst|opt|toe|con|taa|tal|pro|ldi|lee|one|out|am_|pen|pak|aam|_ar|fou|ld_|map|wer|
            akk|erk|pti|ike|ket|ang|lin|_fo|tte|sie|jde|nte|_ov|ut_|ell|oeg|daa|die|gin|ze_|esc|re_|ong|rwi|ns_|\
            nda|ite|ppe|rij|_sy|on_|ies|kop|ins|_e_|ton|itv|tee|tvo|che|ngs|kel|dit|_sc|dez|isl|evo|aal|doo|tij|\
            ene|mak|sen|din|nds|
            ect|cti|cha|rt_|ume|eid|rst|chr|eri|arg|ke_|oep|ale|del|rsi|rsc|rs_|ijz|_se|_li|nvo|zen|ame|ett|tro|\
            ats|pel|com|res|ieu|rte|euw|rec|ron|ft_|ief|rin|cat|ber|mme|oud|_ti|_el|mer|gum|rgu|ode|roo|nne|ope|\
            lui|nta|sse|mma|opp|ef_|aak|ute|jzi|eef|





            """)

    private static let eo = Profile(
        tag: "eo",
        lines: """
            as_|
            _mi|_vi|on_|
            mi_|ne_|_de|vi_|la_|_ne|_la|ĉ|
            tas|is_|est|ŭ|_es|_ki|_po|_al|ni_|aŭ_|_ti|vas|io_|sta|de_|ĝ|eno|_ni|_ve|
            al_|tio|_se|ier|_do|osi|ebl|_pr|os_|bon|an_|ĉu_|_ĉu|ven|_bo|aj_|ro_|dos|sie|bla|las|_pa|kon|ta_|_eb|
            _ka|ank|ero|ŝ|ion|oj_|one|_ĉi|re_|for|di_|_tr|nko|por|ri_|_ma|or_|un_|ata|_ko|ajn|no_|jn_|ndi|_an|\
            _fo|ont|ton|_di|ova|_en|ona|end|_ĝi|_re|kie|era|_kr|to_|ita|pov|par|mal|kre|dev|_no|ĝis|nov|per|
            _sa|ras|in_|ron|ere|aro|sti|den|kaj|red|sal|us_|_el|dir|_pe|lut|en_|alu|raŭ|_ku|_su|ove|kio|org|ve_|\
            ten|el_|ver|vin|eni|nos|mia|kun|lon|_nu|ojn|_e_|_mo|_ŝa|_da|pri|eva|_ek|_pl|lo_|don|ori|ate|tri|orm|\
            se_|igi|ĉi_|_li|esi|ra_|tra|kom|sis|_at|te_|iel|los|ava|
            abl|ko_|_in|pos|tro|mo_|ĉiu|am_|jo_|ali|nom|sen|val|ost|kto|iuj|do_|ara|dis|ora|ia_|tis|ant|nto|pro|\
            mor|nka|ilo|ren|_vo|_aŭ|omb|ezo|le_|mbr|olo|ent|ste|iu_|elo|zis|ino|ega|nan|zon|oka|ola|_ba|nas|raj|\
            ble|nti|uj_|uto|ga_|sed|nu_|_uz|esp|rol|spe|gi_|iam|art|ed_|tre|ist|ald|vol|non|ura|iri|men|_be|_je|\
            iko|ekv|je_|vid|dan|da_|kia|atr|alv|kor|_ke|_fa|ias|voj|rta|bez|das|eda|me_|ie_|maj|taj|man|ens|lig|\
            sur|_he|idi|kaŭ|ke_|plu|cia|rdo|ian|far|ema|nun|stu|sas|uta|_ok|pen|rin|ru_|_si|ini|ti_|edi|tur|omo|\
            kaz|es_|pra|daŭ|enk|ira|_am|_hi|mu_|rmu|ĝu_|ine|ard|kar|etu|azi|oje|tiĝ|ejo|iro|rga|rvo|vus|onu|ami|\
            ros|_af|pat|_io|evu|kve|neg|rel|_sc|rav|rge|_ir|
            ges|mik|sci|iru|iĝu|jno|sem|tus|bre|lda|nok|jne|lve|nsa|_ar|afa|ejm|fab|hej|_om|jes|nts|_va|bal|nta|\
            dor|hie|tse|kin|nej|urv|vet|ŝat|ves|gaŭ|jme|luv|okt|rir|uva|igo|oro|ter|eli|erm|alo|ume|_du|and|_er|\
            cio|ran|mon|lin|toj|_me|er_|_ĉe|roj|lid|ida|nte|tat|go_|ndo|rov|oma|ovi|rar|arg|sig|lis|sto|ign|hav|\
            ado|tan|iga|lor|ntr|tiu|str|ces|ujo|_op|kce|ple|rib|pre|eru|ekt|
            als|fin|eks|blo|dat|dum|ind|taŭ|gra|um_|tig|emo|int|nat|suk|ukc|moj|fer|ifi|omp|nst|ong|ruj|ena|akt|\
            dif|lsu|kti|kri|skr|pli|_ap|_fi|sub|po_|gno|sil|ala|rto|num|ort|leg|loj|nen|bli|ŝlo|opc|pci|nio|rig|\
            anĝ|ika|_le|pon|rgu|gum|mes|uza|ari|ioj|ser|_ŝl|ele|uzi|ĵ|_ha|met|dik|ur_|enc|li_|ĝi_|ato|ord|_sk|\
            ers|nev|res|






            """)

    private static let pl = Profile(
        tag: "pl",
        lines: """

            ę|nie|ie_|ł|ś|ż|
            _po|ć|_ni|_do|
            _pr|sz_|esz|cze|ię_|ą|dzi|_je|rze|prz|_mo|_w_|em_|ó|jes|
            wie|ze_|rzy|_na|ia_|nia|na_|ej_|ać_|_wy|_si|się|my_|ani|_za|moż|_pa|eni|
            ja_|_ma|_wi|ść_|to_|_ja|mi_|zie|_to|iem|do_|sta|_mi|ego|zcz|szc|obr|_z_|lik|asz|raw|pli|dob|_ci|_pl|\
            _st|est|pra|ny_|pow|owi|ym_|_zn|wan|_ty|ło_|_cz|_te|ak_|
            że_|ch_|uje|owa|zys|oże|_by|_o_|awi|czo|go_|śli|yśl|myś|_co|_od|zna|tro|_dz|la_|aj_|ada|iał|pot|poc|\
            co_|_ju|_ra|mni|zor|ałe|zen|ów_|je_|był|mas|amy|zyj|_my|yło|ne_|ier|ras|yjd|cię|brz|idz|yć_|_iś|iść|\
            st_|ci_|ami|acj|no_|ych|ale|ści|pod|ki_|bra|ony|_lu|
            lub|zap|ik_|acz|str|two|_ko|li_|ocz|pis|szy|_sp|eśl|_al|by_|ran|_ws|iej|le_|dni|_zo|jak|ano|żna|ożn|\
            poz|trz|zyć|_da|_ta|now|any|ku_|ź|ji_|ste|dom|iu_|wsz|wid|ma_|zek|ało|rac|_no|tem|en_|któ|pom|tał|\
            _ba|tór|cz_|epr|wys|jeś|_de|mu_|niu|erz|wia|_uw|zam|lis|aso|odn|awd|cy_|sza|odz|er_|ies|uży|_kt|pas|\
            mus|raz|iec|ane|ces|zeg|czy|ora|suj|_dr|asu|ten|_mu|_id|ard|zia|ien|ost|nyc|am_|tym|dze|_uż|omu|_że|\
            inn|ecz|_a_|zę_|usz|spo|szę|ję_|ron|cji|par|dan|aż_|tak|isz|rod|da_|_tw|_li|dzo|ina|cią|_ch|ara|daj|\
            óre|uż_|ysz|jeż|cję|już|ięk|_wc|az_|wcz|per|uwi|nap|kać|nać|cza|win|otr|_gd|iąg|
            mog|des|eka|_ki|goś|oba|oje|sła|ola|_su|łe_|kam|god|nam|rem|tka|raj|zeb|ore|cie|ygo|ysł|_mn|pad|rej|\
            bac|pro|dą_|ń|źni|ebu|apo|chc|_pó|oby|iku|zep|ika|nni|zob|ro_|ij_|oc_|ozd|ześ|woj|póź|óźn|omn|eż_|\
            zły|żes|hce|noc|apr|buj|eść|łać|dę_|gad|łym|ama|owu|dro|emy|eś_|ża_|gę_|rdz|otk|też|wu_|jej|oja|upe|\
            gdz|zno|łob|bar|sol|dra|oś_|łem|_us|ąg_|szł|utr|wdę|eżd|żdż|tyg|lę_|śpi|dam|mam|zo_|oga|śmy|pog|zię|\
            oci|sup|ubi|_aż|iś_|kin|iśm|ęki|jdz|łeś|nik|_śp|iłe|mił|ogę|ysc|bię|jut|moj|scy|ziś|dje|dża|jdą|niś|\
            odj|pij|zdr|ślę|owe|kat|tu_|neg|_op|zy_|_in|kon|za_|naz|azw|oda|_i_|czn|kow|kie|owy|ywa|_dl|_bł|dla|\
            zmi|mie|_ro|ent|_ob|_se|ka_|wa_|wy_|era|_ka|zas|war|zyt|_kl|su_|orz|
            mia|icz|ini|_zm|tal|tan|cja|taw|ków|dło|ko_|yst|_re|ust|alo|jąc|for|dow|_we|aln|bie|ić_|ośc|men|art|\
            rto|zon|ub_|iet|lic|jśc|ucz|row|ez_|luc|pcj|klu|opc|_sy|ra_|_sk|ącz|log|






            """)

    private static let ru = Profile(
        tag: "ru",
        lines: """
            о|е|а|т|и|н|с|д|р|в|л|п|м|
            к|у|ь|
            я|ы|б|з|ч|
            ж|й|_не|_по|не_|ть_|
            _пр|г|ю|то_|но_|ё|
            ш|х|при|э|_в_|_на|_эт|это|щ|ся_|_я_|ет_|ф|_бы|_сп|ать|
            _те|_за|ты_|ени|_ск|дел|шь_|_ты|теб|_мо|оже|ра_|_чт|_до|что|ц|оро|же_|ло_|пок|ом_|чен|спо|был|оче|\
            _ид|_мн|оль|_с_|ебе|бе_|мне|идё|ешь|мен|под|
            мож|айл|фай|_фа|ти_|_сл|стр|ить|ход|_ра|_но|ров|пер|оди|ей_|ка_|на_|ой_|_во|ска|ие_|ово|ия_|_ст|пол|\
            ско|_вс|вет|вер|дит|ит_|во_|ние|ого|раз|сь_|ере|ли_|ред|_пе|мы_|_об|кой|ова|око|ма_|ило|каж|ля_|чер|\
            ень|рив|_ко|ёт_|вид|иве|нам|ыло|_оч|нь_|ещё|_ещ|щё_|ожд|_мы|йно|_ка|ойн|ня_|_ду|аю_|мся|ума|дь_|дож|\
            рид|имс|дум|лос|ось|ла_|_дл|_из|
            ния|зна|тор|сто|рав|для|_оп|ера|жно|_вы|йл_|_со|_то|про|_да|_се|_зн|ыть|ной|ый_|пра|ока|сли|вол|сле|\
            тся|льз|го_|ват|ани|олн|_ве|одн|быт|ии_|ле_|ми_|да_|нны|еде|ко_|ны_|тра|ома|льк|ало|_ме|ько|пре|ак_|\
            дно|еле|его|дал|дат|_ес|как|етс|ове|тре|еду|исл|уда|спи|ори|жет|ять|ов_|_уд|_ма|тим|есл|лед|луч|им_|\
            кор|анн|ери|_пу|ами|
            _де|уже|ни_|зав|ующ|нед|нт_|кол|_от|ела|очи|ста|все|том|_ис|поз|ини|изв|ный|се_|пор|ки_|мог|ора|ром|\
            бы_|пов|юще|буд|зон|_па|рим|онт|тво|иде|ост|_ну|ел_|ут_|льн|рит|лад|_ни|еня|дом|тро|дим|щей|де_|еро|\
            учи|_уж|одо|пут|аёт|до_|даё|еда|ых_|_а_|ам_|авт|зов|огу|сег|нуж|_ви|ель|рон|ече|ибо|ест|ужн|лат|сла|\
            слу|рет|ств|вое|аз_|дую|ибу|об_|ые_|пас|ает|_хо|вст|ыл_|_ми|над|ети|_ув|дан|ути|дут|гов|рис|ван|пят|\
            бо_|чи_|адо|ино|жда|ажи|дхо|одх|мае|гу_|ав_|заб|ём_|_лю|люб|лю_|наю|чил|нов|год|уйс|ком|_зд|вор|где|\
            _гд|дня|ро_|йся|иди|оны|спа|вин|тож|_ре|бя_|ебя|абы|дёт|жи_|мил|иро|мам|маю|веч|дти|иду|пог|аси|ноч|\
            дор|ама|блю|хоч|_ки|зви|_ла|зже|идт|озж|удь|езд|здо|уви|кин|лен|лну|нуй|_зо|адн|зд_|пи_|_ух|втр|жу_|\
            ниб|_вч|_тв|аеш|ажу|вче|дём|дёш|ждь|жеш|оез|оей|опя|пое|сиб|ухо|чеш|юбл|ёшь|исп|_си|пис|сти|нач|ент|\
            жен|_им|ных|ое_|клю|люч|мет|еме|зап|ий_|тел|
            уст|ьзо|ции|енн|ует|те_|та_|_ин|ран|_и_|ные|аци|каз|ива|ая_|дер|или|име|рок|лов|нно|пар|рам|кат|ите|\
            сим|ерж|ног|аче|рем|ист|кци|бра|аме|_ил|нев|тан|ата|ен_|пус|аза|





            """)

    private static let uk = Profile(
        tag: "uk",
        lines: """
            о|а|е|н|и|т|в|і|р|д|м|с|п|
            у|к|л|я|з|б|
            ч|
            ж|ти_|ь|й|_по|г|_не|не_|
            ю|ц|ш|щ|х|_на|ня_|є|_пр|
            ння|_до|ого|_ти|ні_|же_|_це|це_|_я_|_за|ати|_ви|мен|ф|
            ся_|_ме|но_|ть_|мож|_мо|при|_ду|ми_|що_|го_|_що|_в_|анн|трі|ло_|_ві|пер|_ск|_то|_пі|_з_|ере|бач|ені|\
            йде|сь_|_бу|_ко|обі|ось|_як|еш_|_зн|_ми|тоб|бі_|кор|ува|_ма|на_|ку_|
            зна|від|ори|_сп|енн|ити|ара|ста|має|про|фай|айл|_фа|ало|_пе|ово|отр|роз|ра_|пот|_ст|оро|оди|раз|ван|\
            обр|ить|_те|оже|пов|ска|тан|емо|ий_|дит|де_|мо_|ма_|бул|_вж|ро_|_вд|лос|вже|ачи|ход|_ра|уло|ося|нам|\
            ля_|ки_|під|рий|ще_|имо|каж|віт|_па|доб|оче|_ще|уже|мос|дуж|жу_|ума|ідх|нов|аю_|дхо|_йд|ийд|дум|аєш|\
            єш_|ів_|ає_|
            ног|_у_|мил|_та|ї|для|пар|_дл|ист|ову|ред|рим|стр|ові|сту|кат|час|вор|йл_|_вс|рит|аці|тво|_ро|их_|\
            ано|_ча|ома|вик|рис|ані|зав|ій_|_ба|але|ше_|ами|пра|чен|дов|дом|нем|ико|тал|ран|во_|ас_|аст|кщо|якщ|\
            льк|рав|нач|над|вил|ний|ви_|ват|_кі|тра|ву_|ка_|ію_|туп|ам_|спи|ле_|бра|дал|уст|них|
            спр|аче|вог|_ал|_де|вір|одн|так|вда|як_|рац|оль|пок|ьог|сі_|ісл|іст|ави|ері|цію|ізн|поч|_тр|оку|_вв|\
            асо|кін|зі_|ови|дає|рив|дні|ора|ско|заб|реб|аз_|піз|ено|ріб|иві|сто|рі_|ене|ібн|авт|виб|уть|ив_|упн|\
            тре|ани|був|тов|ба_|чер|всі|_а_|еда|ув_|пи_|оба|ожу|ач_|дан|сла|_си|іне|ніш|рін|бно|вве|ече|ама|три|\
            ило|лат|ак_|нас|іри|аді|маю|ека|ажи|удо|теж|_хо|вдо|дор|год|рій|абу|ажу|сол|мам|зні|діс|еба|іти|сти|\
            ії_|іно|оки|_зу|ижн|озі|лю_|пно|блю|дут|іт_|ніч|поб|хоч|іше|наю|яку|зно|ебе|жня|тяг|втр|гов|кот|чек|\
            иба|гар|илю|еж_|рас|чив|_га|чим|_б_|_лю|сьо|тиж|іта|бе_|щос|ре_|отя|зд_|зус|яг_|_хв|деш|кую|_іт|бок|\
            _бо|бре|дем|люй|хви|_тв|азд|пог|_о_|ьку|чор|_вч|_сь|йду|люб|_чу|дяк|жи_|теб|ую_|юбл|іч_|_дя|веч|вчо|\
            дощ|жеш|йся|ощ_|чеш|чуд|юйс|пис|пом|до_|_ре|_да|вер|тьс|ься|льн|оми|каз|им_|рам|_об|ом_|лен|зап|ост|\
            _вк|ент|ком|
            вка|вол|змі|илк|ути|сим|ції|_ін|іль|аза|ряд|тип|або|ід_|_аб|мет|апи|бут|оре|опе|имв|ок_|жен|мво|кон|\
            ова|тор|ожн|діл|бо_|кці|ою_|роб|зан|_се|мін|аме|ідн|анд|єть|зді|_є_|ект|озд|ера|_ря|рек|му_|вив|наз|\
            азв|_кл|ті_|ден|ої_|





            """)

    private static let bg = Profile(
        tag: "bg",
        lines: """
            а|о|е|и|н|т|в|р|д|с|к|м|
            л|п|з|
            ъ|б|я|
            ч|на_|_на|не_|г|й|у|да_|_не|ж|щ|_да|
            ш|ва_|но_|_за|_пр|_ми|_до|_по|_се|_от|
            ли_|_из|_ка|се_|те_|_тр|та_|ане|рав|то_|_мо|ф|за_|ще_|_ли|ми_|
            х|ам_|ц|оже|мож|ка_|_си|во_|от_|_е_|ата|ван|_би|си_|_ко|_ще|как|пра|_и_|ът_|_фа|айл|фай|вам|еш_|дой|\
            ойд|ен_|_съ|
            _то|ите|ме_|ран|ява|ова|_но|тов|_къ|же_|мен|ра_|_сп|_с_|_те|аме|ия_|акв|бва|тре|тря|ряб|ябв|доб|ло_|\
            ак_|мно|исл|_мн|ога|_ст|го_|ово|_об|ат_|пре|га_|ого|ило|кат|дра|сно|ног|_им|ени|каж|гва|жи_|чер|ре_|\
            би_|кво|мис|иш_|изв|деш|ръг|тръ|здр|аш_|йде|ъгв|жда|ави|
            про|ори|ки_|дър|ти_|_па|ето|ато|зна|_сл|де_|ред|ива|нов|_в_|ко_|ода|стр|ни_|ъм_|ла_|при|али|_вс|бра|\
            ако|дат|_зн|_ак|зи_|тно|ъде|обр|_пъ|по_|_ве|рат|_та|раз|ира|дар|йно|ска|ойн|ече|ати|че_|ана|нас|ния|\
            _ма|има|жа_|ове|ден|тво|под|ер_|_ви|ока|ава|ият|пак|ост|пов|иск|поз|ичк|йла|ри_|_ме|ние|път|сич|_че|\
            авя|вси|луч|чки|отн|чак|им_|спи|веч|ази|ера|вид|
            изч|щи_|гат|_ча|до_|кой|тра|обн|_вк|_го|аря|_ра|вор|_оп|бно|лаг|вяв|чи_|сли|нам|_др|_ск|вай|_ис|пок|\
            ца_|ица|овя|сре|дру|що_|таз|няв|аз_|ког|_ср|_ре|ция|рев|вал|руг|ля_|ека|ай_|ани|тив|слу|пол|йка|спо|\
            ста|_ва|ско|аве|ака|_тв|ича|кор|рва|око|дес|_ну|зва|_бл|кът|акъ|_ти|док|заб|бре|адъ|гов|оби|оя_|оти|\
            къс|ево|уга|_ле|маш|ъра|учи|име|_вл|мог|ожи|зви|зча|ас_|бла|ие_|още|_ощ|ем_|рещ|лек|аго|рим|воя|абр|\
            оро|сля|удо|_уд|вин|бил|лиш|ещн|ощ_|дми|ря_|ино|пи_|нуж|ужд|ъсн|вей|есн|ъщи|ях_|_аз|_бя|ещо|нещ|ежд|\
            год|къд|ро_|сед|едм|мил|миц|бич|бях|вла|айк|иня|_чу|ажа|нем|ав_|кам|_ут|ажи|щне|вих|вяр|лак|май|_ки|\
            вож|их_|къщ|съм|уде|утр|_вч|_зд|вкъ|вче|дя_|ей_|жеш|идя|йда|каш|кин|нощ|озд|тиш|чад|чам|чуд|ярв|ото|\
            ест|йл_|ств|ект|нат|анд|дан|нит|ход|или|изп|тел|дав|ете|лен|нет|ята|ент|зад|сто|ма_|сле|лед|са_|_гр|
            аде|_са|пци|опц|вър|нда|тор|ада|ена|оме|_ин|зве|ю|ят_|аци|реш|неп|ком|нос|ве_|ват|тан|каз|_въ|олз|\
            лзв|мат|пис|ате|рек|_ил|_ди|клю|люч|лов|_кл|веж|ез_|ома|чен|дир|дад|зап|ст_|_бе|гре|орм|ука|вил|фор|\
            аза|рма|дел|рем|йло|ман|тва|сти|_ук|ърж|мес|пъл|_ни|еме|





            """)

    private static let sv = Profile(
        tag: "sv",
        lines: """
            ä|å|
            ö|_in|et_|
            en_|te_|er_|_ja|nte|ar_|int|ag_|jag|_du|_de|du_|
            tt_|ll_|ill|_vi|_fö|det|för|_ti|_va|är_|til|om_|ig_|
            vi_|_ka|de_|_mi|ka_|kan|an_|_sk|ör_|år_|gen|var|ta_|_gå|_me|yck|_om|cke|_är|ing|att|ver|ra_|nde|
            _ve|era|_tr|_di|_so|_hä|dig|ige|nar|_på|_ig|på_|går|änd|ad_|_oc|ska|_av|ter|_se|_ha|mma|_ko|vän|re_|\
            äll|_vä|sta|_må|med|har|cka|ätt|fil|_at|_an|ste|av_|_fi|_sä|ker|_re|ed_|_nä|ma_|_ty|on_|
            tro|som|_en|_he|_st|as_|ej_|ara|äg_|ng_|ja_|_i_|tyc|ion|got|_sn|gå_|vad|_go|säg|ler|mig|nin|ch_|och|\
            men|_ta|es_|kom|all|la_|ile|lle|rt_|and|lla|are|tio|rde|nta|mer|_än|eck|ade|_pa|omm|len|_ma|öve|lig|\
            mme|par|ell|or_|_be|åst|
            mås|_bo|_al|bor|sen|änt|ket|reg|art|nda|lt_|in_|amm|ans|itt|_na|ger|den|rad|örs|ck_|min|när|nvä|anv|\
            ord|trä|ot_|låt|ick|ata|_bi|nat|äge|vil|kti|ss_|än_|_ut|od_|und|_nu|ski|lls|ore|ock|gna|tte|väg|_ok|\
            get|_nå|vet|ölj|ack|föl|ke_|lja|rin|så_|beh|någ|kvä|_så|llt|_hu|ena|erk|ur_|kli|_or|ågo|rs_|rät|_rä|\
            sar|_im|nsk|väl|hem|sna|åt_|cks|ehö|kic|höv|_jä|äst|_hö|oke|rap|här|ett|hur|ses|nge|mt_|räf|ls_|nu_|\
            gon|_gl|rkl|ske|äff|ffa|_os|eri|ott|tac|ror|hör|örl|lsa|mit|näs|fas|kså|hän|mor|vec|ro_|bra|_vo|emm|\
            god|vor|org|_ik|åge|ly_|åg_|_my|myc|glö|io_|egn|oss|ov_|löm|ikv|ply|igå|sov|såg|roa|äls|mam|ebr|häl|\
            oro|teb|apl|imo|kej|näl|oa_|rgo|rlå|snä|ömt|_tå|bio|hej|jät|mår|tåg|na_|dat|tal|ati|
            der|ent|ist|tig|_el|tta|tan|_lä|el_|ser|ort|fel|kun|ngs|inn|nam|nd_|des|_fr|_fe|ner|_et|at_|_ku|ga_|\
            ekt|nst|stä|nt_|ers|str|nga|amn|mat|_ar|skr|one|ns_|ärd|lti|frå|dar|kri|akt|_sa|log|ela|upp|id_|_pr|
            kat|kon|gt_|sa_|ang|lut|riv|gar|mn_|ren|lag|ilt|rat|tor|st_|_fl|igt|pro|äng|tab|slu|lis|tar|man|ind|\
            _ny|fin|rar|gil|for|ån_|tet|ant|rån|_sy|ran|rer|vär|uta|il_|_öv|da_|agg|vid|nna|ndr|orm|del|al_|kt_|\
            tat|ive|ons|end|vis|ess|täl|ins|ens|ts_|typ|_up|per|alo|kad|rma|_te|_ra|bel|ras|kal|ern|ut_|dra|nne|\
            sto|bar|_da|sät|ken|_gi|tad|stö|tiv|nen|iv_|erv|mis|ge_|res|rd_|
            let|isa|ogi|fla|ssl|oll|gra|kap|abe|sök|lat|che|iss|ten|sam|ast|lyc|isk|ere|ier|apa|hål|åll|rna|_og|\
            _ex|_sl|ard|_si|das|sek|





            """)

    private static let da = Profile(
        tag: "da",
        lines: """
            er_|et_|
            _de|en_|
            kke|å|ke_|det|ikk|_ik|_du|du_|_vi|eg_|jeg|_je|ø|or_|
            æ|il_|_i_|ig_|_hv|til|_ti|for|es_|_fo|an_|_er|ar_|_sk|_ve|re_|ed_|
            vi_|_ka|te_|_af|kan|de_|dt_|_ha|_mi|gen|har|ere|lle|al_|nde|_me|kal|ska|ige|end|at_|_se|der|
            år_|le_|mme|_go|god|lig|_en|vor|_og|hvo|ing|af_|dig|_gå|_re|ver|ge_|vær|fil|ved|_fi|_væ|ner|ive|ret|\
            ste|_si|_in|bru|rug|_br|ske|ler|sen|nge|om_|ter|_he|ære|ent|ger|vil|med|_ko|get|min|nte|_di|ang|_at|\
            og_|ne_|_so|_mo|und|
            ind|_tr|lse|tro|_ig|så_|oge|sig|in_|men|ad_|nu_|sna|odt|den|ej_|ødt|går|hva|vad|_sn|mig|mor|_li|vis|\
            _på|uge|ejl|gle|ng_|_un|på_|ile|rer|all|kom|yld|len|is_|ven|gt_|_st|ser|ill|tte|des|_pa|_nø|_bl|mer|\
            _sy|_al|var|_ud|egn|dsk|omm|_ug|sta|_om|igt|ug_|rt_|
            lem|se_|and|hvi|akk|eli|me_|_nu|fte|gra|ede|ide|nne|nds|ten|_ta|ils|ogr|_no|ell|rke|ses|ene|reg|ion|\
            øre|_to|_va|ør_|bli|_må|_bi|art|els|kel|ord|skr|nin|liv|kør|når|_så|emm|kun|ket|par|nes|_kø|som|ogs|\
            ld_|nog|ete|gne|oka|ers|syn|ara|kri|_hj|_el|_ku|_ba|tak|nat|lin|irk|rin|dan|vir|_sø|sky|emt|her|_an|\
            kes|gså|mt_|_mø|gå_|_gl|øde|odn|rap|æst|ndn|raf|_næ|fen|ply|_hi|dnu|mås|åsk|_bø|bør|hje|jem|rda|_op|\
            aft|nød|org|tog|vej|rge|lid|_ok|næs|_ja|ay_|orn|tal|ban|ak_|nar|ov_|hil|sov|dna|nak|ja_|ro_|afe|ly_|\
            ror|yne|kyl|rnå|mød|apl|hej|jli|kay|sød|bio|dej|iog|_fe|
            del|ker|_et|tio|fej|eri|giv|ren|tet|_pr|ata|_e_|_ma|ati|riv|on_|el_|unn|st_|nav|dat|ern|_fr|avn|ett|\
            pro|_ad|jl_|res|str|øgl|eks|ldi|gyl|ngi|_be|nøg|lde|ngs|nd_|ken|man|kon|
            ndt|iv_|dre|fra|ort|fin|_te|inj|nje|ve_|ens|red|mat|ra_|ist|val|stø|ove|tan|vet|ndr|rst|age|jer|_ar|\
            _læ|_sa|orm|afs|rne|amm|teg|nst|ert|rdi|sti|tre|ppe|ugy|ble|kti|lut|sel|_ge|pe_|_fl|sni|slu|enn|rel|\
            ærd|kat|int|one|lok|lt_|sse|opr|pre|læs|pak|tiv|rte|elt|dst|rma|hed|sæt|vne|_ov|lad|tat|vn_|alg|uds|\
            ram|
            _sl|ore|est|nt_|old|før|_da|log|ift|sam|tid|_fu|lag|let|ænd|ns_|ude|nda|é|æng|gan|hol|ard|ode|rsk|\
            sym|_ek|tor|ign|ont|gn_|ndl|_na|mma|tem|_æn|ess|met|nta|_kr|typ|dar|eme|ted|ype|ekt|ons|isk|lis|sio|\
            _fø|_lo|rog|akt|app|rre|ele|rse|sk_|tør|cer|ges|mel|nke|ta_|em_|





            """)

    private static let nb = Profile(
        tag: "nb",
        lines: """
            er_|
            å|et_|eg_|en_|_de|kke|
            ke_|ikk|det|_ik|jeg|_je|_du|du_|_vi|
            _er|il_|_me|ø|_i_|_hv|or_|_ve|es_|te_|vi_|for|
            _ti|til|de_|ar_|_sk|_ha|_fo|re_|_en|_ka|kan|an_|om_|_se|_fi|_re|_av|_so|ig_|tt_|har|æ|ing|år_|_på|\
            på_|vær|_væ|
            _og|_tr|ng_|lle|rt_|av_|_gå|ed_|_sn|mme|ser|_si|fil|ere|_pa|ner|ren|ste|ett|ent|kal|_he|_mi|ska|ler|\
            al_|all|som|_va|_ko|nde|art|ter|vel|med|sen|eld|min|nge|end|nes|kje|akk|og_|_nå|tro|_mo|vis|dig|men|
            dde|skj|så_|nsk|ld_|in_|_in|ver|vor|hvo|nte|sna|edd|gen|går|_go|god|nå_|_gl|is_|deg|ei_|uke|hva|va_|\
            mor|meg|ldi|_st|len|kel|le_|tte|rte|bru|yld|ruk|ger|var|_br|_å_|_ut|lig|_un|jen|kom|nt_|_fr|nne|enn|\
            ene|fra|_al|ile|ang|ne_|egn|mer|hvi|ra_|omm|ell|opp|ret|eng|tre|_ta|lse|gje|ord|fin|att|ven|_na|_to|\
            inn|unn|ass|sta|sse|_må|alg|val|
            _om|lt_|eli|red|_sy|tes|kes|ør_|_gr|ert|kk_|ore|est|_kl|je_|ier|get|_op|må_|_ne|gre|ils|lem|pas|der|\
            lar|kla|me_|vil|skr|and|den|nat|ære|_no|ker|par|rke|_ig|reg|når|_ga|gan|gne|_et|_el|ans|emm|vet|gle|\
            kri|_uk|syn|tak|sni|lin|kin|_hj|int|ara|hje|_fe|rin|_ki|noe|eil|_mø|fei|rge|nns|sky|_li|gla|ilt|irk|\
            _hi|dd_|dt_|it_|gså|ogs|vir|mt_|jem|ært|rer|rap|_så|kve|oe_|oge|igj|gå_|her|ja_|odt|ær_|_bø|bør|ad_|\
            od_|dan|emt|org|sjo|rda|_le|ror|jon|hil|sie|nnå|yen|_ja|ino|jed|_kv|add|nar|see|nil|si_|vei|møt|hei|\
            ply|had|kyl|lad|nak|ro_|no_|sov|øte|eit|rei|yne|apl|ov_|ees|lye|tog|tal|se_|ll_|dat|riv|avn|
            nav|tet|ge_|ata|el_|_ma|nøk|ppe|økk|_nø|gyl|lde|_la|_pr|dre|gt_|und|ndr|lgt|eks|res|utt|are|nda|iv_|\
            ten|ist|lag|vn_|man|on_|inj|ers|lge|ede|nje|_e_|_ug|ugy|pro|ta_|uk_|app|_an|ele|_ar|at_|
            jer|eri|ngs|før|teg|_sl|_te|pe_|ved|_bl|ign|str|ut_|ern|lut|ill|els|_sa|les|map|_be|slu|ove|kon|orm|\
            tat|ive|st_|ant|rd_|atu|set|lg_|rdi|met|mma|ort|_fø|nta|rma|_ov|arg|amm|nin|ess|tan|tid|nn_|nst|ard|\
            mel|gn_|asj|ndo|sam|ens|erd|stø|net|ram|ont|ble|sig|ytt|ate|let|_gj|lis|old|del|hol|nen|one|per|dar|\
            sel|_ny|
            bli|jør|elt|kst|itt|_ek|kun|sti|ume|avs|fik|rti|ise|_ba|gra|nfo|esi|ige|ses|tar|_kj|lik|vsl|_fl|age|\
            las|bar|_fu|ind|enk|_at|gna|sor|ifi|eve|ute|øre|het|ild|





            """)

    private static let fi = Profile(
        tag: "fi",
        lines: """
            ä|

            en_|_mi|in_|ta_|tä_|on_|
            _ol|_ei|inu|taa|_si|min|itä|an_|lla|le_|ei_|_ta|ist|
            sta|ole|la_|ö|aan|ett|si_|lle|aa_|_ko|na_|tee|ell|_en|_on|tää|tie|ää_|än_|tta|_jo|_lä|läh|ull|lä_|\
            ied|nul|_tä|_tu|_vi|_ti|ost|
            _se|et_|voi|sto|_vo|ttä|isi|oit|sa_|äyt|sin|ssa|ko_|_mu|ava|se_|let|men|_sa|_va|oi_|mit|_hy|ton|hte|\
            edo|_ku|hyv|dos|tko|oll|tav|tul|_me|een|_kä|oli|ata|_pi|vat|ust|_ki|ja_|
            _nä|tet|_ke|tel|os_|iit|lis|nen|lta|_ma|jon|vii|ksi|sti|_hu|mis|huo|all|rro|nus|ine|ker|emm|hta|atk|\
            tai|len|itk|het|koh|iel|ähe|ään|err|utt|_ju|yvä|ill|aht|ilt|käy|äht|sat|ain|_ja|enn|ni_|idä|_pa|äit|\
            ttu|itt|dän|est|lli|_ka|kki|sä_|ssä|tu_|set|oht|var|oa_|nne|its|llä|arv|aik|iin|ste|
            ti_|iss|mat|lin|_ha|iä_|_to|un_|ise|vaa|at_|ikk|ter|uku|kai|sii|eks|alu|ass|itu|äis|ota|del|ite|tyy|\
            ude|tui|äll|_li|sit|rjo|tin|dot|odo|ome|ui_|pal|kun|uud|unn|ut_|eis|nte|tus|tar|_uu|mer|pit|li_|ana|\
            vie|ens|yöt|_äl|oni|kaa|ki_|_an|_te|ott|elt|_mo|uom|kin|ia_|tos|vir|_e_|jos|_od|laa|ent|elo|lit|älä|\
            us_|ohd|iti|ltä|kä_|oto|_lu|ulu|_il|yt_|nna|kea|rit|uol|yty|nsi|oin|kuv|vit|tis|_nu|ro_|ode|kal|usk|\
            rhe|mut|irh|vää|uu_|ike|vin|tte|jot|näi|tse|ku_|tka|tod|_so|nä_|ova|ytt|luu|kil|nyt|ene|sen|iko|ee_|\
            oik|ali|_ov|din|täy|loi|ute|_eh|una|htu|mää|äär|des|ona|apa|vi_|_oi|hdi|ant|koa|hal|_ny|_us|inä|
            kol|llu|eil|ile|sko|ime|moi|uka|siä|nni|muk|sov|yy_|eä_|kot|lua|_el|_un|ini|täi|ovi|vä_|ähd|tan|_ar|\
            eel|ess|mei|dä_|mil|tap|_sy|kuu|eid|_my|myö|rvi|me_|as_|nem|ääl|iik|ule|mie|lut|mah|mmi|hdä|llo|tän|\
            ate|es_|ito|erk|arj|mme|ron|vai|elä|uvi|uul|lok|hem|kii|ehk|hkä|pah|nva|yöh|oku|aas|eek|pid|uat|nuk|\
            isä|ötä|ult|lti|noh|nun|eas|vei|yvi|nis|etk|dää|näh|oo_|uno|änä|öhe|kö_|näk|stu|edä|tti|val|_äi|nes|\
            teä|äki|alj|erv|env|jut|ljo|rve|jun|tkö|_yö|joo|nim|_lo|ai_|imi|ita|ois|tun|joi|kis|ivi|stä|to_|äri|\
            _po|sis|kse|eta|uut|luk|äsk|_su|sym|sky|tii|rkk|_as|etu|ume|soi|eri|käs|kir|
            irj|ulo|oso|ytä|los|ses|nta|bol|mbo|ymb|_la|ees|rvo|hee|ase|int|rki|tsi|_ni|onn|_al|aus|att|ais|uks|\
            _mä|ote|_ri|toi|_vä|net|ty_|uet|ake|lue|_jä|ami|muu|koo|loh|hko|






            """)

    private static let cs = Profile(
        tag: "cs",
        lines: """
            í|á|ě|
            š|ř|
            ž|_ne|_po|_se|č|se_|
            _pr|_je|é|_to|ý|_do|_př|ní_|
            je_|tě_|to_|pro|_za|at_|_js|ou_|_má|na_|ů|me_|eš_|_na|em_|ím_|
            sou|_by|rav|neb|_so|_kd|_ch|dob|si_|sem|co_|jde|ešt|jse|deš|lo_|oub|bor|ubo|ky_|ebo|en_|sta|byl|ova|\
            pra|_ta|_no|de_|_de|_mo|ak_|
            ít_|bud|_te|_bu|jed|poz|vat|du_|rom|mi_|tom|ení|_si|uje|můž|ště|dy_|li_|kdy|ře_|pří|_od|it_|_co|_uv|\
            při|_st|avd|ra_|dem|no_|vid|eme|jít|ma_|ozd|_ná|ěl_|om_|_my|oj_|_tě|ysl|mys|vdu|ješ|oc_|čer|_jí|vím|\
            áš_|mně|slí|íme|bře|obř|mám|máš|_a_|_ve|or_|ze_|_vy|le_|ná_|_s_|ová|lat|dno|hod|_sp|pře|ván|_ja|jak|
            tí_|že_|ně_|né_|mu_|nou|_už|ale|poč|ten|ný_|do_|obr|ti_|edn|by_|ro_|_al|alo|_sk|pos|ání|cho|_ce|tra|\
            tní|ch_|_o_|ho_|ede|ší_|yl_|er_|est|den|_op|eby|ces|ožn|ce_|mus|_v_|nem|ude|tře|mož|tal|pou|_ře|usí|\
            dí_|_mu|_vš|věř|zap|ůže|nu_|ň|nes|íli|_he|ké_|nám|od_|ylo|_zí|děl|es_|lze|řit|_vl|rou|pot|osl|chn|\
            rov|pom|da_|_mů|uži|zna|_mi|dyž|yž_|sla|tak|dou|ík_|ji_|kat|era|moc|za_|nel|_že|ník|vla|udo|elz|zas|\
            ám_|věd|zdr|ina|řeb|sím|nev|knu|stě|_mě|ost|_ně|aky|oma|lé_|dom|avu|eho|_mn|opr|apo|měl|řek|ru_|aho|\
            bov|_ti|ich|vuj|_vi|ej_|řij|íky|čka|emů|_vě|stu|chy|chc|hce|ni_|hyb|dej|ase|ych|prš|áda|noc|otř|
            ebe|žná|omu|ět_|kon|_dn|tad|_až|ady|až_|eče|kde|rší|eví|_já|_ki|ěři|_rá|zít|ěli|zdě|štn|ští|_dí|be_|\
            dět|očk|odí|_tý|dne|_jo|týd|_vč|vče|idě|děj|omn|neh|rád|chv|ejd|ezk|_jd|dra|hví|něc|oml|víl|ěco|ěji|\
            uvi|ámi|ědě|dím|hni|sej|už_|říš|pod|kin|žu_|boj|dík|lak|íšt|šic|hom|idí|něl|vši|bro|ekn|omi|pi_|uvě|\
            áma|íš_|byc|ijd|já_|lím|več|ítr|ělé|_ah|ceš|hez|hoj|iň_|jo_|jsi|kvě|luv|líš|miň|mlu|skv|spi|teb|uví|\
            věl|zké|ýde|ůžu|žeš|te_|oru|ouž|_vý|_ko|ast|ku_|_kl|cí_|ých|res|kaz|tup|nen|_ob|bo_|tav|ový|ent|líč|\
            tel|ter|nov|ate|klí|ého|dat|ové|nač|tu_|nep|ba_|ny_|zen|slo|_zn|ři_|
            _ad|_da|adr|vol|dre|vyp|_ba|men|atn|ver|odn|odp|nam|_ro|_in|pla|řep|měn|str|pov|van|nas|for|yba|led|\
            _zá|prá|ako|raz|vý_|lov|řád|lož|ek_|pis|_re|řík|orm|íka|tov|řen|_řá|ace|ta_|nak|sti|íst|st_|_ar|iva|\
            _ho|náz|ína|por|živ|_sy|řed|dpo|ka_|ty_|ci_|not|áze|pín|epí|oče|zad|






            """)

    private static let sk = Profile(
        tag: "sk",
        lines: """

            á|í|ť|š|č|
            ž|_po|ú|_pr|_ne|_sa|sa_|
            ý|é|je_|_na|_do|_to|
            me_|om_|ať_|ľ|ie_|nie|_za|_je|bud|te_|na_|em_|ebo|eš_|to_|pre|ova|_sú|_ve|obr|ô|
            mi_|re_|no_|lo_|bor|úbo|súb|_má|_so|uje|_bu|_si|ide|aj_|dob|_ch|si_|čo_|iť_|som|né_|_ni|bol|_st|ný_|\
            tre|_by|by_|sť_|_ma|_te|nem|_no|ím_|
            de_|ol_|ra_|môž|eme|or_|_o_|neb|tom|_mi|ôže|_ak|rav|sta|ci_|nes|_id|ď|ožn|ba_|_uv|_ja|_al|udú|_ke|\
            ma_|ale|ja_|vie|vid|lé_|zaj|_my|oj_|_čo|šte|ešt|_sp|van|_mo|_eš|mys|čer|bre|iem|ysl|áš_|_ťa|deš|ťa_|\
            ísť|_od|slí|_ís|máš|mož|ne_|ver|vať|prí|ov_|_a_|ako|str|_vy|hod|nam|_s_|raz|prá|oro|ak_|ko_|ia_|áva|\
            est|_sk|por|ráv|ti_|
            alo|_v_|tu_|olo|pra|eni|do_|že_|ame|pov|riť|poz|pri|ten|roz|le_|mu_|tal|ami|daj|poč|_bo|az_|er_|ho_|\
            en_|ali|ň|veľ|pos|ste|žno|nep|eho|ým_|li_|zna|_ná|pod|_ce|mus|dne|pot|ajt|tra|_mu|_vi|zdr|ved|kon|\
            _už|_vš|vše|reb|edi|šet|rep|dom|ces|usí|_mô|dy_|rov|men|sla|tne|era|ani|už_|_dá|otr|úci|se_|ude|_vl|\
            esk|ret|stu|aho|ch_|ná_|die|od_|du_|mal|_ti|_že|emô|del|dú_|ina|oma|osl|_da|es_|sím|ouž|pou|uve|ost|\
            neh|eď_|vla|čka|eri|ieč|nev|ovi|_aj|sme|_mn|kať|keď|abu|zas|el_|chc|aku|vuj|hce|ozp|kuj|avu|eň_|bov|\
            ší_|_sm|etn|nik|zab|_tý|dí_|kve|kým|ieť|omu|avd|oza|lať|jem|evi|_dn|ozd|prš|edy|ám_|_ra|_ďa|ase|eť_|\
            oc_|dol|elé|rú_|kde|_kd|žem|nao|
            eba|mil|dni|ečo|vam|_rá|eče|eľm|ľmi|líš|uvi|noc|dra|dúc|áno|_tu|ama|očk|aoz|rád|etc|kôr|skô|udo|ôr_|\
            _ki|_án|boj|chv|ríd|týž|ád_|ýžd|ľu_|epá|hví|ked|pi_|páč|víľ|zpr|íľu|tor|dem|lak|mne|odí|rší|vel|íde|\
            íš_|žde|_ký|deň|dím|ik_|jtr|kin|mam|mám|spi|vdu|áč_|íme|ďak|_ah|_vč|brú|ceš|dáž|hoj|idí|ilé|lím|skv|\
            tci|teb|več|vče|ážd|ždn|žeš|_zo|_ko|_ob|áci|ého|tup|oru|pro|ru_|ky_|ast|res|zov|hyb|_re|chy|iad|žné|\
            tav|epo|sti|aný|_in|leb|ent|bo_|den|náz|_vý|ní_|uži|_vo|ený|ých|dar|ané|odn|ri_|_zn|dno|_ho|ka_|cie|\
            red|kto|nas|_sy|kaz|tov|
            ené|ari|teľ|atn|ku_|ej_|lat|nia|_čí|for|pla|spr|orm|tvo|_ba|len|ada|kov|adr|vor|yba|nak|odp|bra|oda|\
            ázo|_ad|_zá|ate|dre|ilo|nov|rmá|_se|ou_|néh|ril|nen|slo|íka|ria|ozn|_kt|not|cia|čas|čít|íta|ist|nos|\
            aní|kľú|ľúč|_kľ|_pa|ta_|lož|ove|






            """)

    private static let hu = Profile(
        tag: "hu",
        lines: """
            á|é|
            ó|ö|
            _a_|em_|_ne|ő|
            ü|_me|nem|_va|_sz|í|meg|az_|_az|nk_|_mi|
            on_|agy|_jó|_es|an_|en_|sz_|gy_|sze|tal|_ta|_ke|_el|_le|ni_|len|_ho|egy|
            alá|ind|zer|van|ele|tt_|ne_|ájl|fáj|unk|gyo|_ig|_tu|om_|tud|ott|dom|ed_|és_|_jö|_ha|jó_|ünk|vag|_fá|\
            at_|min|ez_|int|nt_|et_|_be|ek_|esz|ú|ell|_ez|ége|_eg|
            ól_|_kö|kel|ok_|den|_ma|lál|_ki|_na|_mé|án_|men|ged|es_|koz|ég_|nag|fel|lt_|_fe|enn|ett|gaz|ssz|ad_|\
            iga|ása|_mo|nne|_vo|nap|nni|udo|még|ap_|tho|tás|yon|nat|tem|_al|hol|álk|_és|lko|ond|hon|ndo|_ot|jól|\
            tth|zun|dj_|lün|or_|sa_|ene|kor|tel|re_|el_|sza|ere|eg_|nek|asz|rté|ik_|cso|ala|ség|ha_|_vá|nál|ba_|\
            les|
            kar|_ké|tet|is_|sik|_te|iba|át_|_tö|er_|rt_|nde|val|ak_|_ka|elh|szi|öss|lle|bb_|has|_ak|_ér|lta|st_|\
            _in|hat|ara|tés|ána|szn|_is|ll_|éte|ret|_ve|ént|szü|kül|_de|tén|ogy|tör|hog|vel|zük|_am|ksé|üks|vol|\
            ese|tle|ért|azá|zná|lán|ám_|etl|am_|de_|ozz|eke|met|rny|ma_|ás_|ten|ső_|nte|_hi|ki_|ul_|vár|én_|jlt|\
            szó|elü|te_|dol|hoz|szö|vő_|lát|tta|von|ése|tte|jl_|ern|kés|_kü|lsz|ona|aka|ia_|ton|eni|lek|szé|ols|\
            egn|gys|ajd|it_|özö|_cs|sít|tó_|sán|ról|_té|ysz|jel|rin|ítá|la_|ami|olt|árt|zél|ató|ser|zak|ört|üld|\
            lít|eri|_út|ked|ozi|_lá|egi|ves|iko|ncs|_go|
            bes|mik|nyő|dul|mi_|áll|jár|gen|lej|ejt|moz|se_|_an|ol_|ódj|mon|rsz|esi|lna|est|től|árn|ndu|teg|oln|\
            _it|itt|átt|djá|maj|őle|ost|ja_|enk|tam|dve|mit|ire|ocs|yok|jön|csá|jd_|mos|tad|gyü|jte|lam|het|lde|\
            kát|gna|ste|uká|zán|_hé|led|hét|őbb|önn|agg|eső|önö|_én|alu|egm|gon|míg|udj|íg_|óla|any|boc|gin|sőb|\
            éső|aza|ndj|zöl|_bo|gmo|hin|inn|jöv|zön|öl_|öm_|övő|_ró|zól|ád_|őme|lud|aká|amí|ige|lj_|_ag|_tő|_üd|\
            ars|dná|dvö|lhi|nki|nyu|udn|vöz|ösz|üdv|edv|mir|zad|zia|ólj|_éj|ggó|gód|jsz|jös|kem|kám|kös|nun|nád|\
            nöm|ozu|rnu|tég|yuk|yün|yőm|zib|zzu|éjs|élü|úto|ált|ter|sol|eze|_z_|ely|kap|rás|ény|kez|zet|apc|pcs|\
            for|zés|_fo|tár|al_|ker|cs_|szá|zás|llí|lha|ála|lye|nak|_ad|net|vál|ra_|oló|let|mez|elm|va_|ent|tum|\
            íté|akt|lat|ező|sor|zám|_pa|si_|lme|oz_|rte|hib|hel|
            ány|rak|szt|vén|par|ű|gye|írá|lás|tar|tot|ran|_re|art|ban|atá|_ál|ték|_je|ti_|lis|ló_|_he|sak|






            """)

    private static let ro = Profile(
        tag: "ro",
        lines: """
            ă|
            te_|ț|
            ș|_de|_nu|de_|re_|nu_|ne_|
            î|â|să_|_să|are|ai_|_în|_mi|ți_|_fi|ul_|ce_|_ce|
            _vi|că_|at_|mi_|ea_|ar_|la_|_di|ie_|_tr|oar|ine|ate|_ne|ier|tă_|_fo|_da|_ai|_ma|tre|in_|_co|_po|_la|
            _no|_pe|nă_|_se|ent|_ac|_te|fiș|rea|tat|art|rte|ii_|vin|_dr|_pl|le_|_ar|rul|vii|_și|ră_|ui_|și_|ta_|\
            iși|șie|_a_|din|est|ntr|une|ste|_sp|ept|mul|ere|mai|_cu|esc|cre|_un|bui|ebu|acă|înt|reb|_cr|_in|iun|\
            _fa|
            _mu|or_|_gr|con|ple|red|ume|pun|sta|iu_|un_|_su|ptă|fac|tru|um_|am_|_am|sc_|_bu|_es|ntâ|em_|im_|cu_|\
            spu|eru|oat|nt_|ed_|în_|bun|ună|foa|oți|tăm|ște|ru_|se_|poa|pre|ri_|_re|pen|ace|ut_|_sa|_s_|_pa|ei_|\
            ză_|ază|st_|car|ele|lui|_pr|des|_im|_me|eri|țiu|eaz|_ve|înc|num|par|ime|pta|_ca|
            ulu|_sc|ast|tri|mpl|tea|imi|rel|iți|pe_|_ie|nea|unt|ile|ost|fi_|sun|rim|dac|fos|eva|scu|ita|ați|ult|\
            nev|men|toa|_ta|dar|nde|uie|edi|_că|dre|nte|așt|ire|_bi|int|ută|ter|ară|va_|ist|tep|lat|_to|dis|val|\
            ci_|_so|na_|_as|alu|ede|esp|_or|_aș|ica|tor|ată|iat|lea|nul|nou|med|ncă|rog|lec|mes|ren|ect|âmp|spr|\
            und|uă_|da_|mer|che|dia|_ex|apt|ma_|ouă|cum|ec_|rep|enu|rge|erg|cți|_șt|păr|_ți|liz|ze_|eac|bin|fil|\
            ali|evo|ear|ela|fic|_e_|nim|ces|oi_|uit|_vo|lt_|ito|oră|sea|_pă|_li|ise|noi|pla|vor|ou_|onv|mbr|rei|\
            iar|_ro|sal|ăre|tâl|âln|ili|tul|lni|rer|asă|mân|_vă|oie|pân|voi|rzi|_ia|dru|_ui|lut|ână|_o_|ifi|pte|\
            târ|ârz|iza|_pâ|ăm_|_vr|acu|bre|_um|vre|ști|cev|noa|rum|com|aca|dem|ved|gri|lou|uze|ziu|aci|og_|ămâ|
            _mâ|âna|_uș|ama|cas|iit|nvi|umb|ușo|șor|cuz|gem|poț|săp|ulț|ăpt|_st|lțu|zut|ăzu|av_|gro|eu_|mam|mn_|\
            tiu|toț|mie|rij|răg|tâm|văz|ilm|lm_|miț|dră|guț|oza|plo|rbi|ăgu|_eu|_tâ|mâi|orb|ube|uț_|âin|_iu|_îț|\
            bes|bim|iji|iub|ji_|oap|omn|roz|som|zav|îți|țum|it_|loc|ver|ero|rec|_va|_si|er_|_op|til|sec|alo|_al|\
            ini|ori|uti|lic|bil|uni|pro|al_|str|_er|_ut|oca|au_|lor|ia_|tra|act|ecț|ici|imp|roa|_pu|tar|_ti|rar|\
            uri|imb|for|sau|orm|pți|tur|ecu|cat|rma|cit|siu|
            ara|_af|res|rat|ca_|opț|utu|pri|lul|tiv|zat|me_|put|lid|per|sim|_mo|ato|șir|id_|ări|_ad|eșt|chi|ite|\
            oru|dat|lă_|abi|ril|ită|pli|ina|_ch|stă|nec|țin|hei|ții|por|cte|omp|bol|mbo|






            """)

    private static let ca = Profile(
        tag: "ca",
        lines: """

            _de|_no|
            é|no_|que|_qu|_el|el_|de_|es_|_es|_a_|na_|la_|ar_|
            em_|est|er_|per|ue_|_pa|ra_|_co|_en|à|_la|_fi|_d_|ns_|_ha|_ho|_se|
            _pe|ó|_ca|re_|va_|_po|en_|í|és_|_si|al_|at_|_ve|par|ts_|sa_|_to|ara|ió_|eix|
            _al|da_|ots|esp|bé_|_am|ir_|_s_|_un|tor|ho_|_m_|amb|ls_|_mo|tre|fit|ent|ò|xer|pot|txe|itx|era|it_|\
            et_|des|sta|ha_|com|_l_|ona|_va|ta_|ser|si_|is_|_te|nar|fin|_me|_és|_em|_cr|cre|ció|ins|ure|igu|_an|\
            sti|nt_|eni|rt_|ens|_di|ia_|vis|rna|orn|
            ana|_re|_he|_et|_ni|nit|_pl|res|lt_|om_|osa|olt|_bé|sal|dem|ven|mol|ist|eva|aqu|_t_|una|he_|nem|_tr|\
            rec|è|un_|car|mb_|_i_|ina|_in|_ma|_ar|spe|stà|orm|ble|_ac|con|ssi|ten|ues|_er|dir|_su|aci|men|or_|\
            ma_|_pr|abl|tra|del|_aq|le_|us_|nvi|_us|ica|tes|ria|ssa|dor|ord|mis|ess|ect|_mi|
            nca|cam|ies|_hi|ass|els|hi_|les|via|st_|_ta|nia|rar|alt|cor|ora|ema|ràc|ut_|man|au_|lau|ine|tei|sig|\
            nom|_gr|tic|sit|lem|_ge|iar|xis|ic_|tot|_vo|ces|cie|eri|ixi|gut|enc|qui|_do|nir|pla|ada|ion|_av|art|\
            gen|vol|rmi|erò|rò_|tam|ltr|mar|_pu|_ne|pat|_n_|ren|reu|ial|rd_|ece|pro|_vi|sar|ate|nec|on_|uda|amí|\
            aix|rés|mí_|pré|spr|dei|ter|ama|ede|_ra|ixa|ite|uin|me_|tim|_le|hor|don|rs_|què|uè_|gue|_ex|str|sem|\
            bla|env|alg|_ai|gun|_sí|gua|ols|urt|cte|are|pas|_bo|ane|aur|lgu|lou|ers|_on|ixò|mbé|xò_|_sa|emb|our|\
            sur|ua_|hau|set|as_|cos|uem|eur|cas|ola|avi|ix_|aco|alu|mbl|ec_|grà|_jo|_ci|xat|asa|tse|imo|cin|ve_|\
            ued|tma|ons|etm|erd|plo|isa|rai|has|nos|aó_|raó|bon|eu_|àci|sí_|arl|mi_|urí|ahi|lud|às_|emà|mo_|mà_|\
            ríe|hol|mab|uc_|aig|jo_|rle|íem|_ah|_sé|hir|iré|mev|puc|rdo|ré_|sé_|tev|tàs|ot_|ri_|ogu|
            _ll|pog|tat|ida|lit|cio|for|ant|ntr|esc|nci|ont|ifi|ori|sió|fic|ç|ca_|pre|err|nte|_o_|_op|ari|_fo|\
            ade|rma|int|_ob|omp|tro|itz|rro|ost|te_|lid|rad|an_|ura|àli|tza|tà_|lla|pci|eta|_so|ú|vàl|
            emp|opc|uet|ror|act|ver|all|cap|_và|cad|bre|ual|ran|sen|ste|egu|mpr|can|cri|ita|fer|ire|arà|lic|val|\
            eci|den|se_|met|dre|ame|min|cto|scr|més|pec|_or|cia|mos|erm|cac|egi|_fa|iu_|ali|tar|seg|lor|mat|paq|\
            ort|os_|ctu|nal|id_|_lí|ici|anv|nti|rob|rea|ode|loc|ili|cci|efe|íni|cif|iss|ènc|als|_cl|one|






            """)

    private static let tr = Profile(
        tag: "tr",
        lines: """
            ı|
            ü|ş|
            ç|yor|ğ|
            ö|_ge|_bi|in_|er_|ler|en_|or_|
            ir_|eri|_ya|ar_|_bu|ın_|_ol|_ha|_be|iyo|_de|ne_|sin|ana|bir|_ka|de_|_ve|_se|ama|um_|gel|oru|_ba|lar|\
            _gö|
            bu_|_sa|ıyo|lan|ele|im_|na_|_ne|an_|_do|rum|bil|ım_|ile|arı|ayı|ası|_ko|ek_|iyi|eli|_gi|sın|ere|dos|\
            osy|sya|değ|ine|ya_|lam|ok_|_iç|ak_|eği|len|anı|isi|emi|kul|unu|kle|_he|içi|amı|olu|_uy|ta_|onu|_te|\
            ste|da_|le_|ma_|
            ili|nde|alı|lem|un_|ece|gör|_dü|_ço|_me|kon|çok|am_|ekl|ene|çin|yi_|ni_|eme|lir|ur_|old|sun|rak|tme|\
            rim|ün_|nem|eni|_mi|_ta|liy|_şe|ara|ban|_di|lur|uz_|ter|üşü|üz_|_na|mer|_ev|_iy|_so|ben|mis|hab|dün|\
            ruz|yağ|izi|iz_|me_|aya|ve_|ist|ki_|bel|_ku|ver|_yo|rın|uru|_an|di_|dan|son|ini|lla|yar|ula|ull|rle|\
            ısı|ger|kte|
            ürü|mi_|_si|sı_|nce|ilm|ıla|iml|_is|eye|azı|ğil|nam|nda|ede|miy|mle|_et|may|ulu|ri_|et_|_in|tek|ını|\
            yı_|dil|bul|eçe|lme|luş|dı_|_va|var|kal|ağı|mek|em_|_ye|ind|mıy|mel|nu_|ada|ce_|rke|ır_|git|min|_öz|\
            ra_|ksi|ye_|nra|onr|esi|tam|ekt|bek|ten|rin|her|ild|şim|mı_|ldi|ala|sa_|ldu|der|rı_|uğu|mam|nı_|acı|\
            rsa|çer|lmi|ünü|yol|den|evi|cek|yin|_il|şle|_sö|cel|dar|idi|azd|ren|yle|iye|san|ebi|at_|_ar|enc|lec|\
            eşe|örü|mem|lı_|imd|sel|ür_|ari|ola|mü_|nan|aba|eti|ner|har|adı|ka_|akl|önd|si_|klı|es_|_ak|_şi|çek|\
            yay|duğ|ekr|kra|cın|abe|etm|tre|tır|rar|ınd|ğun|lım|dır|usu|erç|
            rçe|_yi|ika|itm|özü|uyo|_la|ema|kes|red|tiy|era|erh|rha|zim|_un|ors|_mu|geç|gön|ürl|ina|şey|enü|mdi|\
            sıl|_am|siy|uda|kad|yac|diy|hak|reb|öyl|şem|erk|ber|rik|tir|gec|nüz|sen|üyo|şek|hen|rdü|_ih|nas|eve|\
            _tr|_iş|düş|kaç|aat|vde|gid|_al|sev|viy|saa|zım|şur|li_|teş|iks|lda|day|nüy|_mü|msi|iri|şün|uşa|haf|\
            muy|uşu|yım|ems|urs|ıls|elm|mus|kıy|iya|lsı|zda|fta|lki|utt|aft|açt|çta|ira|iht|rsu|hti|nne|ağm|ğıy|\
            biz|lıs|raz|vet|şam|ba_|nut|yem|ann|elk|şal|uym|şür|dim|söy|ttu|zik|alk|nuş|uyk|işl|ymu|evd|kür|yku|\
            örd|ela|laz|nud|tum|ekk|kkü|lkı|rüş|akş|azi|kşa|mur|naz|rüz|yiz|zür|ğmu|baş|_ad|ata|_ay|_pa|ik_|yaz|\
            lma|yen|diz|_da|tar|_e_|nın|tan|ril|say|la_|mad|hat|ğiş|çık|yas|ırı|atı|seç|yal|and|ılı|ğer|siz|lik|\
            rsi|
            edi|şti|eğe|_ön|rma|_çı|kar|erl|rla|nıl|zin|






            """)

    private static let hr = Profile(
        tag: "hr",
        lines: """

            š|ć|je_|
            ti_|_ne|č|_po|ne_|li_|
            _do|ije|_se|se_|to_|_pr|_na|_mo|da_|mo_|_da|_li|_za|am_|na_|
            _je|_bi|ja_|ako|_to|ći_|ni_|_sa|ko_|ati|ž|_ka|_op|no_|emo|rav|ma_|_ko|sam|_od|dat|ra_|jed|_te|
            _ni|_mi|io_|obr|što|ato|_ja|_ki|ro_|tek|nij|_u_|ote|tre|ost|pro|_su|tot|laz|ku_|ova|an_|od_|ka_|anj|\
            _tr|ora|vi_|im_|ada|bro|ran|avi|reb|_st|var|ali|lo_|mog|ogu|za_|azi|mož|ama|sli|er_|_vi|_ti|eba|sta|\
            zna|će_|sti|be_|_s_|men|ope|
            _re|te_|eći|nam|nje|dob|et_|ilo|_i_|ok_|rij|si_|_št|ola|lim|vid|ebe|mis|cij|đ|isl|pet|lak|iš_|idi|\
            lja|eš_|kiš|teb|čer|ori|uće|ke_|_iz|pos|ava|_ak|kor|_im|ima|dan|eka|pre|_sv|eni|lje|ak_|pra|ira|pri|\
            _zn|la_|_br|_si|iti|me_|_sp|_ve|_sl|_us|jer|poz|era|juč|_me|ara|vlj|avl|mor|ija|val|aj_|eda|eku|vje|\
            tra|isa|ede|sni|om_|
            _ma|stv|sad|jes|ini|_no|ože|oli|uje|va_|_al|ju_|tu_|ba_|bi_|ala|jem|guć|tva|rin|odi|epo|bra|jav|ček|\
            _pa|pol|ram|red|osl|tom|vo_|vaj|lij|_a_|gu_|bil|_o_|kad|_vr|_će|arn|nja|rno|ras|jen|per|_id|ad_|gov|\
            put|sko|nis|usk|_is|uče|kat|rov|vat|ros|esi|ili|dje|_pu|po_|lat|_bo|ist|tav|vol|god|kod|sla|kak|svi|\
            bri|slj|_če|dgo|odg|vla|asn|ino|van|ika|spa|ome|aku|mi_|ću_|tje|ša_|deć|hva|ta_|zi_|ide|_vl|dok|ero|\
            ešt|đu_|avo|dog|_jo|aći|ogo|ožd|žda|_la|nać|čuj|_ra|bor|_ho|_vj|iša|dio|bal|oć_|oš_|pod|upe|zab|pad|\
            bio|još|kin|_gd|_tj|dil|as_|reć|_vo|gdj|sup|_ju|dol|opr|dra|_ču|_ku|eče|oće|liš|oro|jak|kas|mam|neš|\
            maš|utr|abo|noć|aš_|sut|vio|imo|ćem|_il|dem|hoć|ođu|pav|utu|dim|dođ|ići|kuć|bis|jep|smo|zdr|_hv|bok|\
            ism|išo|ozd|ćeš|_ić|_ću|več|ziš|šob|žeš|nos|aci|nak|edn|
            ena|ris|nem|tor|pis|ani|oda|sto|og_|nu_|dno|isp|_gr|eke|ih_|_ov|ren|jan|lik|_in|tan|ina|lju|mje|ent|\
            _di|jel|ret|ji_|usp|koj|rem|ema|iva|kom|ao_|ano|raz|gre|eno|roj|rek|iše|enj|ime|eme|reš|eli|dir|vri|
            še_|ekt|ve_|su_|aka|pci|drž|opc|nic|odr|alj|kao|are|čit|sa_|ana|pot|st_|ešk|oje|vrš|spi|ula|zad|rat|\
            ita|ire|_ar|_de|kon|oj_|kto|že_|klj|str|eva|bit|oji|ri_|nog|ata|pon|gra|ene|spr|čin|ove|vor|est|ici|\
            _ob|pje|spj|adr|ite|tak|nov|orm|_up|enu|nač|ozn|for|iju|az_|pok|en_|lič|eta|ška|izv|ona|tvo|đen|vez|\
            izl|






            """)

    private static let id = Profile(
        tag: "id",
        lines: """
            an_|
            ang|ng_|_ka|
            ku_|_se|_ti|ak_|_da|_ak|_be|aku|_di|_me|tid|ala|
            ida|dak|kan|kam|men|mu_|_ba|_ma|at_|ber|_sa|lam|_ta|_ke|amu|kas|di_|_bi|_pe|ah_|
            gi_|yan|ya_|_ya|apa|am_|ter|_la|per|ali|agi|asi|nya|ung|tan|kal|ai_|_te|ata|eka|sek|_ki|lag|si_|_ha|\
            au_|us_|ta_|nga|ari|
            ar_|ran|ara|pa_|eng|enu|li_|ita|gan|ngk|_in|lan|ngg|kit|rka|_na|_ja|ika|erk|bag|ama|aru|tu_|jan|ri_|\
            in_|emu|har|ggu|_de|uk_|ti_|na_|aik|ant|amp|era|ntu|isa|pan|rus|mpa|_ap|nti|ih_|ut_|sa_|uru|tah|ma_|\
            man|dat|bai|ana|nan|tuk|
            _un|eri|sam|ing|aya|unt|ima|_pa|awa|bis|ini|da_|lah|as_|ahu|rim|rut|adi|mal|ke_|dal|pai|gu_|sih|ada|\
            dan|nur|hu_|mau|ni_|pat|ela|al_|ila|aga|ena|_bu|dar|bar|elu|gka|rin|dap|aka|_re|uat|iha|mem|atu|mat|\
            lih|uka|uku|ik_|buk|any|bel|eta|aba|
            tem|ert|_ko|kar|seb|sal|ati|ra_|ere|jal|kat|but|er_|tip|ses|pen|eny|ema|erj|idu|ur_|car|gai|um_|_mu|\
            sel|_li|ga_|rja|bua|ker|ong|ua_|ir_|lum|itu|_ad|ibu|utu|bil|sem|ja_|sua|uga|mun|tap|kin|ok_|nam|uh_|\
            una|pi_|hat|api|mua|gun|gki|_ju|tuh|min|iri|nye|emb|han|_to|nda|ben|iku|kut|erg|kem|nar|bes|epa|utk|\
            _it|_ru|_mi|den|_lu|ip_|yak|upa|iti|and|wat|_hu|op_|ami|jad|mah|olo|sny|kap|esu|lon|erc|baw|tit|eso|\
            kir|nun|maa|im_|ica|rca|aja|ret|is_|jug|_ik|it_|tad|aim|nak|saj|tol|wa_|tak|_si|lau|mi_|dep|ebu|rte|\
            dur|uma|
            rum|kla|say|tir|sok|yun|cay|ikl|mar|agu|af_|gus|_at|_ny|_kh|rgi|lup|aaf|_ib|id_|kab|pay|yen|asn|bic|\
            kop|osk|ios|hai|kha|ayu|bio|haw|huj|sko|tku|uja|_va|nta|gal|mba|ka_|_ga|val|lid|isi|eks|mas|ent|tau|\
            pil|lik|uah|ili|bol|kun|lua|_su|tik|or_|_st|erl|et_|set|uar|lai|int|_an|str|bah|tar|lok|kom|oka|ers|\
            ol_|
            dia|_ar|ket|end|_op|ipe|sim|ste|ist|kon|dir|ura|en_|ris|tam|akt|ori|rek|tor|lka|esa|san|sta|ban|ode|\
            mbo|esi|mbu|dik|_pr|hka|kel|pad|nde|sik|ire|eti|dit|ekt|de_|ind|uan|gag|amb|el_|rma|alu|asa|asu|ver|\
            nal|dip|ksi|for|ole|rsi|ek_|imb|orm|dis|suk|aha|ens|leh|tif|_le|ilk|eba|pes|_ca|_lo|nil|rak|on_|_pi|\
            ian|_ni|_no|igu|_co|pak|_po|ite|erb|ks_|pro|aan|tas|did|tka|ope|
            nsi|dib|fik|rah|ruk|aca|tel|_al|reg|rel|gga|mpi|ren|pem|rik|duk|mod|ifi|es_|pe_|arg|nst|eh_|git|ula|





            """)

    private static let vi = Profile(
        tag: "vi",
        lines: """
            ng_|đ|
            ạ|_ch|nh_|_kh|ì|ư|ô|_th|ó|ông|hôn|
            ình|khô|à|_mì|mìn|ạn_|_bạ|bạn|
            _nh|ợ|có_|_có|ố|ờ|_ng|á|_tr|ệ|_đư|ậ|ế|ê|ả|
            in_|ược|ợc_|ể|ên_|đượ|_ph|_ti|ú|ầ|tin|ấ|ặ|_đi|ói_|_nó|ại_|_qu|_gi|đi_|ị|
            nói|_sa|ập_|ộ|ủ|ần_|_lạ|ời_|lại|au_|tập|_tậ|ỗ|ù|ụ|chu|úng|chú|_tố|â|ở|ử|ào_|hể_|thể|ỗi_|ặp_|ọ|ến_|\
            ho_|_gặ|gặp|ồ|ện_|ưa_|ày_|ang|
            huy|ấy_|é|ớ|cho|ùng|như|ết_|ề|ác_|ối_|_lỗ|lỗi|sau|_đế|_ở_|_cá|ứ|ĩ|ẽ|đến|ngh|ghĩ|thì|hì_|ỏ|ồi_|hún|\
            các|_gử|gửi|ửi_|_ma|_rồ|giờ|iờ_|rồi|ơ|uyệ|ẹ|ra_|ốt_|ay_|tốt|chà|hào|hé_|yện|hĩ_|nhé|hư_|ải_|hi_|_ra|\
            _nà|_vi|ch_|ã|
            _bi|ao_|ườn|ờng|_cả|í|phả|chư|hải|_đị|này|_hi|ai_|_đa|_cầ|ục_|_và|_số|số_|ong|_là|ới_|việ|ụng|hưa|\
            ật_|úc_|đan|qua|ự|ron|tro|ây_|ệc_|ột_|iệc|cần|iết|ngư|phi|ủa_|ua_|của|_củ|trê|_mà|rên|húc|ý|ịnh|địn|\
            _về|về_|thấ|ơn_|chạ|đườ|biế|hấy|quá|ười|hạy|ạy_|gườ|on_|uá_|_mộ|một|_lệ|ọi_|mà_|ữ|ưng|_sẽ|sẽ_|hưn|\
            ngo|hật|khi|ển_|nha|âu_|_cù|cùn|là_|
            hau|_nê|nên|_đâ|dùn|_dù|_mọ|mọi|_đú|đún|ỉ|sao|em_|_xe|tha|_tà|hiệ|_tu|xem|chỉ|_mu|uốn|_lờ|tối|ốn_|ò|\
            _gì|gì_|muố|thậ|_ta|_tạ|mục|hỉ_|_đủ|đủ_|khỏ|gày|ngà|ợi_|lời|àu_|tên|_tê|_đợ|im_|đợi|_vậ|ầu_|ừ|ảy_|\
            ậy_|_cứ|_mụ|vậy|_lẽ|lẽ_|ta_|iên|man|thư|ảm_|_mấ|_xả|_na|xảy|_xi|xin|rời|_đã|đã_|_mẹ|mai|mẹ_|hà_|nhà|\
            _ô_|uần|iệu|nay|cứ_|quê|tuầ|uên|ệu_|ẹn_|ổ|đâu|_bâ|bây|_hẹ|_mư|hẹn|trờ|cảm|him|hỏe|ôm_|ỏe_|_ký|_ơn|\
            gủ_|ngủ|_hô|hôm|_bụ|bụn|gon|mưa|mấy|tàu|ất_|ọn_|_bả|ký_|_kế|_li|với|_vớ|_đầ|kết|họn|chọ|ặc_|hay|đầu|\
            ắ|phầ|bản|hần|ạng|_đố|_ki|hợp|ợp_|_hợ|nhậ|đối|_đặ|ếu_|ản_|_để|để_|
            iểu|và_|vào|iện|tùy|_tù|ích|tự_|ểu_|ghi|_bộ|_bỏ|bỏ_|_từ|ẫ|bộ_|_tự|_gh|_độ|òng|ùy_|từ_|_đổ|ài_|_tư|\
            ặt_|bị_|_ho|_bị|ổi_|đổi|hiể|lệ_|uyể|yển|ệnh|đặt|lện|_dò|ách|hiế|iến|kiể|dòn|ều_|ấu_|iều|ỡ|hị_|hàn|\
            ành|ằ|ạo_|tạo|chi|ảnh|ọc_|liệ|kho|_dụ|gia|ống|trư|óa_|dạn|ượn|ợng|ơng|ươn|iển|_sử|trì|_tì|ẩ|_ha|_dạ|\
            _xu|thị|àm_|dụn|
            ă|thô|rìn|ánh|thứ|ìm_|ẫn_|tìm|oặc|áo_|ân_|ộng|_cấ|_đọ|đọc|giá|hân|eo_|tiế|the|ảng|hoặ|_e_|thi|_tí|\
            heo|rợ_|trợ|trị|iá_|rị_|it_|ung|_bá|thà|iếu|_lư|ái_|uất|ận_|





            """)
}
